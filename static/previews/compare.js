/* Two pictures, one over the other; a slider says how much of the first is seen. */
(() => {
  "use strict";

  class Compare extends window.StimulusModule.Controller {
    static targets = ["slider", "range"];

    connect() {
      this.element.classList.add("omni-compare--over");
      this.sliderTarget.hidden = false;
      this.move();
    }

    move() {
      this.element.style.setProperty("--before", `${this.rangeTarget.value}%`);
    }
  }

  window.wagtail.app.register("omni-compare", Compare);
})();
