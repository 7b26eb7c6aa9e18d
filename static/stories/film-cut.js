/* Where a film starts and ends, and the picture that stands for it: buttons write the moment that
   is shown into the fields, and the line of shots shows what the fields say. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;

  class Cut extends Controller {
    static targets = ["button", "before", "after", "mark"];

    connect() {
      this.time = 0;
      this.buttonTargets.forEach((button) => { button.hidden = false; });
      this.element.addEventListener("input", () => this.draw());
      this.draw();
    }

    field(name) {
      return this.element.querySelector(`[name=${name}]`);
    }

    follow({ detail: { time } }) {
      this.time = time;
    }

    take({ params: { name } }) {
      const field = this.field(name);
      field.value = Math.round(this.time * 100) / 100;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }

    draw() {
      const seconds = Number(this.element.dataset.omniPlayerSecondsValue);
      const share = (name, empty) => {
        const value = Number.parseFloat(this.field(name)?.value);
        return `${(Number.isNaN(value) ? empty : value / seconds) * 100}%`;
      };
      this.beforeTarget.style.inlineSize = share("cut_start", 0);
      this.afterTarget.style.insetInlineStart = share("cut_end", 1);
      this.markTarget.style.insetInlineStart = share("cover_seconds", 0);
      this.markTarget.hidden = !this.field("cover_seconds")?.value;
    }
  }

  window.wagtail.app.register("omni-cut", Cut);
})();
