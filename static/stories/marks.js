/* The marks of a picture or a film: boxes over it, each with a row in the list beside it, and the
   hidden field that the form saves. All words come from the server, in the editor's language. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const EDGES = ["Left", "Top", "Right", "Bottom"];
  const SHARE = { left: 0.35, top: 0.35, right: 0.65, bottom: 0.65 }; // of a box that is added by key
  const LEAST = 0.01;
  const SAME_SHAPE = 0.02; // as omnicontent.media.geometry.SAME_SHAPE
  const exact = (value) => Math.round(value * 1e4) / 1e4;
  const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

  class Marks extends Controller {
    static targets = [
      "stage", "list", "tool", "choice", "shape", "add", "undo", "state", "news", "boxTemplate", "rowTemplate",
    ];

    static values = { aspect: Number, words: Object };

    connect() {
      this.field = this.element.querySelector("[name=marks]");
      const byHand = this.element.querySelector("[name=marks_by_hand]");
      this.byHand = byHand || { value: "True" }; // nobody proposes marks for a film
      this.items = [];
      this.past = [];
      this.frames = [];
      this.toolTargets.forEach((tool) => { tool.hidden = false; });
      this.original = this.field.value;
      this.load(JSON.parse(this.original || "{}"));
      this.untouched = this.saved;
      this.saved = this.field.value = this.original;
      this.tellState();
    }

    /* Draw other marks in the place of those that are there. */
    load({ focus, keep = [], avoid = [], crops = [] }) {
      this.items.forEach(({ box, row }) => { box.remove(); row.remove(); });
      this.items = [];
      if (focus) this.insert({ kind: "focus" }, { left: focus.x, right: focus.x, top: focus.y, bottom: focus.y });
      keep.forEach(({ kind, line, ...box }) => this.insert({ kind: "keep", what: kind, line }, box));
      avoid.forEach((box) => this.insert({ kind: "avoid" }, box));
      crops.forEach(({ ratio, box }) => this.insert({ kind: "crop", ratio }, box));
      this.tell();
      this.saved = this.field.value;
    }

    insert(item, edges) {
      const box = this.boxTemplateTarget.content.firstElementChild.cloneNode(true);
      const row = this.rowTemplateTarget.content.firstElementChild.cloneNode(true);
      Object.assign(item, { box, row, what: item.what || "subject", line: item.line || 0 });
      box.classList.add(`omni-box--${item.kind}`);
      row.classList.add(`omni-mark--${item.kind}`);
      row.dataset.omniRowKindValue = item.kind;
      box.dataset.omniBoxStillValue = item.kind === "focus";
      box.dataset.omniBoxWordsValue = this.wordsValue[item.kind === "focus" ? "point" : "box"];
      if (item.kind === "crop") box.dataset.omniBoxShapeValue = item.ratio / this.aspectValue;
      this.place(item, edges);
      this.items.push(item);
      this.stageTarget.append(box);
      this.listTarget.append(row);
      return item;
    }

    place({ box }, edges) {
      EDGES.forEach((edge) => { box.dataset[`omniBox${edge}Value`] = exact(edges[edge.toLowerCase()]); });
    }

    edges({ box: { dataset } }) {
      return Object.fromEntries(EDGES.map((edge) => (
        [edge.toLowerCase(), exact(Number(dataset[`omniBox${edge}Value`]))])));
    }

    of(kind) {
      return this.items.filter((item) => item.kind === kind);
    }

    get marks() {
      const [focus] = this.of("focus").map((item) => this.edges(item));
      return {
        focus: focus && { x: focus.left, y: focus.top },
        keep: this.of("keep").map((item) => ({
          ...this.edges(item), kind: item.what, line: item.what === "text" ? item.line : 0,
        })),
        avoid: this.of("avoid").map((item) => this.edges(item)),
        crops: this.of("crop").map((item) => ({ ratio: item.ratio, box: this.edges(item) })),
      };
    }

    /* Write everything anew that says where the marks are. */
    tell() {
      const text = JSON.stringify(this.marks);
      this.field.value = text === this.untouched ? this.original : text; // rounding is no change
      const seen = {};
      this.items.forEach((item) => {
        const name = this.nameOf(item);
        seen[name] = (seen[name] || 0) + 1;
        this.describe(item, seen[name] > 1 ? `${name} ${seen[name]}` : name);
      });
      this.dispatch("change");
    }

    nameOf({ kind, what, ratio }) {
      if (kind === "keep") return this.rowTemplateTarget.content.querySelector(`[value="${what}"]`).textContent;
      const words = this.wordsValue[kind];
      return kind === "crop" ? fill(words, { shape: this.shapeLabel(ratio) }) : words;
    }

    shapeLabel(ratio) {
      const near = (option) => Math.abs(Math.log(Number(option.value) / ratio));
      const [nearest] = [...this.shapeTarget.options].sort((one, other) => near(one) - near(other));
      return near(nearest) < SAME_SHAPE ? nearest.dataset.label : `${exact(ratio)}:1`;
    }

    describe(item, name) {
      const { box, row, what, line } = item;
      const edges = this.edges(item);
      item.name = box.dataset.omniBoxNameValue = name;
      EDGES.forEach((edge) => { row.dataset[`omniRow${edge}Value`] = edges[edge.toLowerCase()]; });
      const rest = { What: what, Line: line, Remove: fill(this.wordsValue.remove, { name }), Name: name };
      Object.entries(rest).forEach(([key, value]) => { row.dataset[`omniRow${key}Value`] = value; });
    }

    tellState() {
      const byHand = this.byHand.value === "True";
      this.element.classList.toggle("omni-marks--proposed", !byHand);
      this.undoTarget.disabled = this.past.length === 0;
      if (!this.hasStateTarget) return;
      this.stateTarget.textContent = byHand ? this.wordsValue.by_hand : this.wordsValue.proposed;
    }

    /* A step that can be undone is over. The marks are the person's from now on. */
    commit() {
      this.tell();
      if (this.field.value === this.saved) return;
      this.remind("True");
      const focused = this.items.find(({ box }) => box === document.activeElement);
      if (focused) this.newsTarget.textContent = focused.box.getAttribute("aria-label");
    }

    remind(byHand) {
      this.past.push({ marks: this.saved, byHand: this.byHand.value });
      this.saved = this.field.value;
      this.byHand.value = byHand;
      this.settle();
    }

    settle() {
      this.tellState();
      this.field.dispatchEvent(new Event("change", { bubbles: true }));
    }

    undo() {
      const { marks, byHand } = this.past.pop();
      this.load(JSON.parse(marks));
      this.byHand.value = byHand;
      this.settle();
    }

    takeProposal({ detail: { marks } }) {
      const saved = this.field.value;
      this.load(marks);
      this.saved = saved;
      this.remind("False");
      this.newsTarget.textContent = this.wordsValue.proposed;
    }

    regret() {
      this.newsTarget.textContent = this.wordsValue.trouble;
    }

    /* What is chosen in one place is shown in the other. */
    point({ target }) {
      this.items.forEach(({ box, row }) => row.classList.toggle("omni-mark--chosen", box === target));
    }

    itemOf(element) {
      return this.items.find(({ box, row }) => box === element || row === element);
    }

    typed({ target, detail: { what, line, edges } }) {
      const item = this.itemOf(target);
      Object.assign(item, { what, line });
      this.place(item, edges);
      this.tell();
    }

    removeMark({ target }) {
      this.remove(this.itemOf(target));
    }

    remove(item) {
      if (item.kind === "focus") return;
      const place = this.items.indexOf(item);
      this.drop(item);
      const next = this.items[Math.min(place, this.items.length - 1)];
      (next ? next.box : this.addTarget).focus({ preventScroll: true });
    }

    drop(item) {
      this.items.splice(this.items.indexOf(item), 1);
      item.box.remove();
      item.row.remove();
      this.commit();
      this.newsTarget.textContent = fill(this.wordsValue.removed, item);
    }

    /* Drawing with the pointer, and adding without one. */
    get chosen() {
      return (this.choiceTargets.find(({ checked }) => checked) || this.choiceTargets[0]).value;
    }

    chooseCrop() {
      this.choiceTargets.find(({ value }) => value === "crop").checked = true;
    }

    add() {
      if (this.chosen === "crop") this.cropTo(Number(this.shapeTarget.value));
      else if (this.chosen === "focus") this.items[0].box.focus();
      else this.create(SHARE);
    }

    create(edges) {
      const item = this.insert({ kind: this.chosen }, edges);
      this.commit();
      item.box.focus({ preventScroll: true });
    }

    drawn({ detail: { edges, point, over } }) {
      if (this.chosen === "focus") this.focusOn(point, over);
      else if (over && edges.right - edges.left > LEAST && edges.bottom - edges.top > LEAST) {
        if (this.chosen === "crop") this.cropTo(Number(this.shapeTarget.value), edges);
        else this.create(edges);
      }
    }

    focusOn({ x, y }, over) {
      this.place(this.items[0], { left: x, right: x, top: y, bottom: y });
      if (over) this.commit();
      else this.tell();
    }

    /* A person's own crops: one for each shape. */
    cropFor({ params: { ratio } }) {
      this.cropTo(ratio);
    }

    cropTo(ratio, drawn) {
      const frame = this.frames.find((one) => one.ratio === ratio);
      const edges = this.shaped(drawn || (frame && frame.box) || SHARE, ratio / this.aspectValue);
      let item = this.cropOf(ratio);
      if (item) this.place(item, edges);
      else item = this.insert({ kind: "crop", ratio }, edges);
      this.commit();
      item.box.focus(); // it may be far above its button
    }

    cropOf(ratio) {
      return this.of("crop").find((item) => Math.abs(Math.log(item.ratio / ratio)) < SAME_SHAPE);
    }

    /* The largest box of a shape inside another, in its middle. */
    shaped({ left, top, right, bottom }, shape) {
      const width = Math.min(right - left, (bottom - top) * shape);
      const height = width / shape;
      const [x, y] = [(left + right - width) / 2, (top + bottom - height) / 2];
      return { left: x, top: y, right: x + width, bottom: y + height };
    }

    uncrop({ params: { ratio } }) {
      const item = this.cropOf(ratio);
      if (item) this.drop(item);
    }

    remember({ detail: { frames } }) {
      this.frames = frames;
    }
  }

  window.wagtail.app.register("omni-marks", Marks);
})();
