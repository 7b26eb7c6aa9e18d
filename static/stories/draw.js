/* Drawing over a picture with a pointer: a rubber band is shown, and its owner hears
   `omni-draw:drawn` with the point and the box so far, as fractions, and whether it is over. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const clamp = (value) => Math.min(Math.max(value, 0), 1);

  class Draw extends Controller {
    connect() {
      this.element.addEventListener("pointerdown", (event) => this.start(event));
      this.band = document.createElement("div");
      this.band.className = "omni-draw__band";
    }

    start(event) {
      if (event.button !== 0 || event.target.closest(".omni-box")) return;
      event.preventDefault(); // no picture is dragged out of the page
      const room = this.element.getBoundingClientRect();
      const from = this.point(event, room);
      let to = from;
      const drag = (moved) => {
        to = this.point(moved, room);
        this.tell(from, to, false);
      };
      const drop = () => {
        this.element.removeEventListener("pointermove", drag);
        this.band.remove();
        this.tell(from, to, true);
      };
      this.element.append(this.band);
      this.tell(from, to, false);
      this.element.setPointerCapture(event.pointerId);
      this.element.addEventListener("pointermove", drag);
      this.element.addEventListener("lostpointercapture", drop, { once: true });
    }

    point({ clientX, clientY }, { left, top, width, height }) {
      return { x: clamp((clientX - left) / width), y: clamp((clientY - top) / height) };
    }

    tell(from, to, over) {
      const edges = {
        left: Math.min(from.x, to.x), right: Math.max(from.x, to.x),
        top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y),
      };
      const { style } = this.band;
      style.left = `${edges.left * 100}%`;
      style.top = `${edges.top * 100}%`;
      style.width = `${(edges.right - edges.left) * 100}%`;
      style.height = `${(edges.bottom - edges.top) * 100}%`;
      this.dispatch("drawn", { detail: { edges, point: to, over } });
    }
  }

  window.wagtail.app.register("omni-draw", Draw);
})();
