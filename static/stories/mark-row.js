/* A mark's row in the list beside the picture: what it is, and its place as numbers. Its owner sets
   the values and hears `omni-row:change` while somebody types, `omni-row:done` afterwards. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const LEAST = 0.01;
  const clamp = (value, most = 1) => Math.min(Math.max(value, 0), most);
  const tenths = (value) => Math.round(value * 1000) / 10;

  class Row extends Controller {
    static targets = ["name", "what", "remove", "number", "size", "line"];

    static values = {
      kind: String, what: String, line: Number, name: String, remove: String,
      left: Number, top: Number, right: Number, bottom: Number,
    };

    connect() {
      this.draw();
    }

    /* Of several values that change together all are there when the first one is told. */
    nameValueChanged() { this.draw(); }

    leftValueChanged() { this.draw(); }

    topValueChanged() { this.draw(); }

    rightValueChanged() { this.draw(); }

    bottomValueChanged() { this.draw(); }

    whatValueChanged() { this.draw(); }

    draw() {
      const [keep, focus] = [this.kindValue === "keep", this.kindValue === "focus"];
      this.nameTarget.textContent = this.nameValue;
      this.nameTarget.hidden = keep;
      this.whatTarget.value = this.whatValue;
      this.whatTarget.hidden = !keep;
      this.removeTarget.hidden = focus;
      this.removeTarget.setAttribute("aria-label", this.removeValue);
      this.sizeTargets.forEach((size) => { size.hidden = focus; });
      this.lineTargets.forEach((line) => { line.hidden = !keep || this.whatValue !== "text"; });
      this.numberTargets.forEach((input) => this.drawNumber(input));
    }

    /* A number that somebody is typing stays as it is typed. */
    drawNumber(input) {
      if (input === document.activeElement) return;
      const { leftValue: left, topValue: top, rightValue: right, bottomValue: bottom } = this;
      const values = { left, top, width: right - left, height: bottom - top, line: this.lineValue };
      input.value = tenths(values[input.dataset.part]);
    }

    get numbers() {
      return Object.fromEntries(this.numberTargets.map(({ dataset, valueAsNumber }) => (
        [dataset.part, clamp(valueAsNumber / 100 || 0)])));
    }

    typed() {
      const least = this.kindValue === "focus" ? 0 : LEAST;
      const { left, top, width, height, line = this.lineValue } = this.numbers;
      const [x, y] = [clamp(left, 1 - least), clamp(top, 1 - least)];
      const [wide, tall] = least ? [Math.max(width, least), Math.max(height, least)] : [0, 0];
      const edges = { left: x, top: y, right: clamp(x + wide), bottom: clamp(y + tall) };
      this.dispatch("change", { detail: { what: this.whatTarget.value, line, edges } });
    }

    done() {
      this.dispatch("done");
    }

    clear() {
      this.dispatch("remove");
    }
  }

  window.wagtail.app.register("omni-row", Row);
})();
