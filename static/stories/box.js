/* A box or a point over a picture that people move and resize: by its handles, or with the arrow
   keys while it has the focus. Its owner sets the values, as fractions of the picture, and hears
   `omni-box:change` while it moves, `omni-box:done` when it rests and `omni-box:remove`. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const EDGES = ["left", "top", "right", "bottom"];
  const HANDLES = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];
  const STEP = 0.01;
  const FAR = 5; // with Shift
  const LEAST = 0.01;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const percent = new Intl.NumberFormat(document.documentElement.lang || "en", { style: "percent" });
  const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

  const move = ({ left, top, right, bottom }, x, y) => {
    const across = clamp(x, -left, 1 - right);
    const down = clamp(y, -top, 1 - bottom);
    return { left: left + across, top: top + down, right: right + across, bottom: bottom + down };
  };

  const resize = (box, side, x, y) => {
    const { left, top, right, bottom } = box;
    return {
      left: side.includes("w") ? clamp(left + x, 0, right - LEAST) : left,
      right: side.includes("e") ? clamp(right + x, left + LEAST, 1) : right,
      top: side.includes("n") ? clamp(top + y, 0, bottom - LEAST) : top,
      bottom: side.includes("s") ? clamp(bottom + y, top + LEAST, 1) : bottom,
    };
  };

  /* Give a box that was pulled at a corner its shape again; the corner across stays. */
  const keepShape = (box, side, shape) => {
    const room = side.includes("n") ? box.bottom : 1 - box.top;
    const width = Math.min(box.right - box.left, room * shape);
    const left = side.includes("w") ? box.right - width : box.left;
    const height = width / shape;
    const top = side.includes("n") ? box.bottom - height : box.top;
    return { left, top, right: left + width, bottom: top + height };
  };

  class Box extends Controller {
    static values = {
      left: Number, top: Number, right: Number, bottom: Number,
      shape: Number, // width by height, both as fractions of the picture's; 0 is any
      still: Boolean, // its size stays
      name: String, words: String, // what it is called, and how its name and place are told
    };

    connect() {
      this.element.addEventListener("pointerdown", (event) => this.grab(event));
      this.element.addEventListener("keydown", (event) => this.press(event));
      if (!this.stillValue) this.addHandles();
      this.draw();
    }

    addHandles() {
      const sides = this.shapeValue ? HANDLES.filter((side) => side.length === 2) : HANDLES;
      sides.forEach((side) => {
        const handle = document.createElement("span");
        handle.className = `omni-box__handle omni-box__handle--${side}`;
        handle.dataset.side = side;
        handle.setAttribute("aria-hidden", "true");
        this.element.append(handle);
      });
    }

    get box() {
      return Object.fromEntries(EDGES.map((edge) => [edge, this[`${edge}Value`]]));
    }

    leftValueChanged() { this.draw(); }

    topValueChanged() { this.draw(); }

    rightValueChanged() { this.draw(); }

    bottomValueChanged() { this.draw(); }

    nameValueChanged() { this.draw(); }

    draw() {
      const { style } = this.element;
      style.left = `${this.leftValue * 100}%`;
      style.top = `${this.topValue * 100}%`;
      style.width = `${(this.rightValue - this.leftValue) * 100}%`;
      style.height = `${(this.bottomValue - this.topValue) * 100}%`;
      const area = (this.rightValue - this.leftValue) * (this.bottomValue - this.topValue);
      style.zIndex = Math.round((1 - area) * 100); // small ones stay within reach
      this.tell();
    }

    tell() {
      const { name, left, top, right, bottom } = { name: this.nameValue, ...this.box };
      const said = Object.entries({ left, top, width: right - left, height: bottom - top })
        .map(([part, value]) => [part, percent.format(value)]);
      const words = fill(this.wordsValue, { name, ...Object.fromEntries(said) });
      this.element.setAttribute("aria-label", words);
      const plate = this.element.querySelector("[data-part=name]");
      if (plate) plate.textContent = name;
    }

    change(box) {
      EDGES.forEach((edge) => { this[`${edge}Value`] = box[edge]; });
      this.draw();
      this.dispatch("change", { detail: this.box });
    }

    changed(start, side, x, y) {
      if (!side) return move(start, x, y);
      const box = resize(start, side, x, y);
      return this.shapeValue ? keepShape(box, side, this.shapeValue) : box;
    }

    grab(event) {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      this.element.focus({ preventScroll: true });
      const { side } = event.target.dataset;
      const room = this.element.offsetParent.getBoundingClientRect();
      const start = this.box;
      const drag = ({ clientX, clientY }) => {
        const x = (clientX - event.clientX) / room.width;
        const y = (clientY - event.clientY) / room.height;
        this.change(this.changed(start, side, x, y));
      };
      const drop = () => {
        this.element.removeEventListener("pointermove", drag);
        this.dispatch("done");
      };
      this.element.setPointerCapture(event.pointerId);
      this.element.addEventListener("pointermove", drag);
      this.element.addEventListener("lostpointercapture", drop, { once: true });
    }

    press(event) {
      if (["Delete", "Backspace"].includes(event.key)) {
        event.preventDefault();
        this.dispatch("remove");
      }
      const arrow = ARROWS[event.key];
      if (!arrow || event.ctrlKey || event.metaKey) return;
      event.preventDefault(); // with Alt a browser would leave the page
      const step = STEP * (event.shiftKey ? FAR : 1);
      const side = event.altKey && !this.stillValue ? "se" : "";
      this.change(this.changed(this.box, side, ...this.steps(arrow, step, side)));
      this.dispatch("done");
    }

    /* A box that keeps its shape follows its width: up and down change that, too. */
    steps([x, y], step, side) {
      return side && this.shapeValue ? [(x || y) * step, (x || y) * step] : [x * step, y * step];
    }
  }

  window.wagtail.app.register("omni-box", Box);
})();
