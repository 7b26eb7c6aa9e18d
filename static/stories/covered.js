/* The parts of a frame that a surface hides under its own names and buttons, hatched over it. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const percent = (value) => `${value * 100}%`;

  class Covered extends Controller {
    static values = { boxes: Array };

    boxesValueChanged() {
      this.element.replaceChildren(...this.boxesValue.map(({ left, top, right, bottom }) => {
        const part = document.createElement("span");
        part.className = "omni-covered__part";
        Object.assign(part.style, {
          left: percent(left), top: percent(top),
          width: percent(right - left), height: percent(bottom - top),
        });
        return part;
      }));
    }
  }

  window.wagtail.app.register("omni-covered", Covered);
})();
