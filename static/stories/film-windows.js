/* The window that a channel shows of a film, drawn over it and following it, and its shots: each
   automatic, by hand, or as a whole picture. The server plans, as it does for a release. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const SAME_SHAPE = 0.02; // as omnicontent.media.geometry.SAME_SHAPE
  const SAME_MOMENT = 0.15; // seconds
  const INSIDE = 0.04; // seconds behind a cut: the first picture after it, not the last before
  const exact = (value) => Math.round(value * 1e4) / 1e4;
  const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  const lang = document.documentElement.lang || "en";
  const number = new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const said = (time) => `${number.format(time)} s`;

  class Film extends Controller {
    static targets = [
      "shape", "line", "window", "trouble", "shots", "panel", "title", "mode", "keys", "news",
      "shotTemplate", "keyTemplate", "covered",
    ];

    static values = { words: Object, url: String, seen: Boolean };

    connect() {
      this.field = this.element.querySelector("[name=own_shots]");
      this.marks = this.element.querySelector("[name=marks]");
      this.video = this.element.querySelector("video");
      this.own = JSON.parse(this.field.value || "[]");
      this.windows = [];
      this.shots = [];
      this.time = 0;
      [this.shapeTarget, this.lineTarget].forEach((part) => { part.hidden = false; });
      this.ask();
    }

    get ratio() {
      return Number(this.shapeTarget.selectedOptions[0].dataset.ratio);
    }

    /* Only the latest answer counts. */
    async ask() {
      if (this.request) this.request.abort();
      const request = new AbortController();
      this.request = request;
      try {
        const answer = await this.post(request.signal);
        if (this.request === request) this.show(answer);
      } catch (error) {
        if (error.name === "AbortError") return;
        this.dragged = null;
        this.tell(this.wordsValue.trouble);
        if (!(error instanceof TypeError)) throw error; // the network is gone
      }
    }

    async post(signal) {
      const body = new FormData();
      body.append("csrfmiddlewaretoken", this.field.form.elements.csrfmiddlewaretoken.value);
      body.append("own_shots", this.field.value);
      body.append("marks", this.marks.value);
      body.append("shape", this.shapeTarget.value);
      const options = { method: "POST", body, signal, credentials: "same-origin" };
      const response = await fetch(this.urlValue, options);
      if (response.ok || response.status === 400) return response.json();
      return { error: this.wordsValue.trouble };
    }

    tell(words) {
      this.troubleTarget.textContent = words;
      this.troubleTarget.hidden = !words;
    }

    show({ error, shots, windows }) {
      this.dragged = null;
      this.tell(error || "");
      if (!shots) return;
      this.windows = windows;
      this.windowTarget.hidden = false;
      this.coveredTarget.dataset.omniCoveredBoxesValue = this.shapeTarget.selectedOptions[0].dataset.covered;
      this.showShots(shots);
      this.draw();
      this.showPanel();
    }

    /* Shots keep their buttons while they stay the same ones, so that a focused one stays it. */
    showShots(shots) {
      const same = shots.length === this.shots.length;
      this.shots = shots;
      if (!same) {
        this.shotsTarget.replaceChildren(...shots.map(() => (
          this.shotTemplateTarget.content.firstElementChild.cloneNode(true))));
      }
      shots.forEach((shot, index) => this.showShot(shot, index));
    }

    showShot(shot, index) {
      const item = this.shotsTarget.children[index];
      const button = item.firstElementChild;
      item.style.flexGrow = shot.end - shot.start;
      const mode = shot.own === "hand" ? `${shot.words}, ${this.wordsValue.by_hand}` : shot.words;
      const words = { number: index + 1, start: said(shot.start), end: said(shot.end), mode };
      button.setAttribute("aria-label", fill(this.wordsValue.shown, words));
      button.dataset.omniFilmShotParam = index;
      button.dataset.mode = shot.mode;
      button.dataset.own = shot.own;
      button.querySelector("[data-part=mode]").textContent = mode;
    }

    get shot() {
      return this.shots.find(({ end }) => this.time < end) || this.shots[this.shots.length - 1];
    }

    chooseShot({ params: { shot } }) {
      this.goTo(this.shots[shot].start + (shot ? INSIDE : 0));
    }

    goTo(time) {
      this.video.pause();
      this.video.currentTime = time;
    }

    follow({ detail: { time } }) {
      const before = this.shot;
      this.time = time;
      if (this.dragged) return;
      this.draw();
      if (this.shot !== before) this.showPanel();
    }

    /* The window at the shown moment: between two samples it moves evenly. */
    get frame() {
      const { time } = this;
      const window = this.windows.find(({ end }) => time < end) || this.windows[this.windows.length - 1];
      const { times, places, width, height, padded } = window;
      const after = Math.max(times.findIndex((one) => one > time), 0) || times.length - 1;
      const before = Math.max(after - 1, 0);
      const span = times[after] - times[before];
      const share = span ? Math.min(Math.max((time - times[before]) / span, 0), 1) : 0;
      const [left, top] = [0, 1].map((axis) => (
        places[before][axis] + share * (places[after][axis] - places[before][axis])));
      return { left, top, right: left + width, bottom: top + height, padded };
    }

    draw() {
      if (this.windows.length === 0) return;
      const { padded, ...edges } = this.frame;
      const { windowTarget: window } = this;
      Object.entries(edges).forEach(([edge, value]) => {
        window.dataset[`omniBox${edge[0].toUpperCase()}${edge.slice(1)}Value`] = exact(value);
      });
      window.classList.toggle("omni-box--padded", padded);
      this.coveredTarget.hidden = padded; // it lies over the filled frame, not over this part
    }

    showPanel() {
      const { shot } = this;
      this.panelTarget.hidden = !this.seenValue;
      if (!shot) return;
      const place = this.shots.indexOf(shot);
      [...this.shotsTarget.children].forEach(({ firstElementChild: button }, index) => {
        if (index === place) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
      });
      const words = { number: place + 1, start: said(shot.start), end: said(shot.end) };
      this.titleTarget.textContent = fill(this.wordsValue.shot, words);
      const { chosen } = this;
      const own = !chosen ? "" : chosen.whole ? "whole" : "hand";
      this.modeTargets.forEach((mode) => { mode.checked = mode.value === own; });
      this.showKeys();
    }

    showKeys() {
      const keys = this.chosen?.keys || [];
      this.keysTarget.replaceChildren(...keys.map(({ at }, index) => {
        const item = this.keyTemplateTarget.content.firstElementChild.cloneNode(true);
        const [go, remove] = item.children;
        go.textContent = fill(this.wordsValue.key, { time: said(at) });
        remove.setAttribute("aria-label", fill(this.wordsValue.remove, { time: said(at) }));
        [go, remove].forEach((button) => { button.dataset.omniFilmKeyParam = index; });
        return item;
      }));
    }

    /* What the person chose for the shown shot in this shape. */
    get chosen() {
      const { shot, ratio } = this;
      return this.own.find((one) => (
        shot && shot.start <= one.start && one.start < shot.end && Math.abs(one.ratio / ratio - 1) <= SAME_SHAPE));
    }

    choose(change) {
      const old = this.chosen;
      this.own = this.own.filter((one) => one !== old);
      if (change) this.own.push({ ratio: this.ratio, start: this.shot.start, whole: false, keys: [], ...change });
      this.own.sort((one, other) => one.start - other.start);
      this.field.value = JSON.stringify(this.own);
      this.field.dispatchEvent(new Event("change", { bubbles: true }));
      this.ask();
    }

    chooseMode({ target: { value } }) {
      if (value === "") this.choose(null);
      else if (value === "whole") this.choose({ whole: true });
      else this.setKey(this.frame);
    }

    setKey({ left, top, right, bottom }) {
      const at = exact(this.time);
      const keys = (this.chosen?.keys || []).filter((key) => Math.abs(key.at - at) > SAME_MOMENT);
      keys.push({ at, middle: { x: exact((left + right) / 2), y: exact((top + bottom) / 2) } });
      keys.sort((one, other) => one.at - other.at);
      this.choose({ keys });
    }

    /* The window stays where it was dragged until the server has answered for it. */
    drag({ detail }) {
      if (!this.seenValue) return;
      this.request?.abort();
      this.video.pause();
      this.dragged = detail;
    }

    drop() {
      if (this.dragged) this.setKey(this.dragged);
      this.newsTarget.textContent = this.windowTarget.getAttribute("aria-label");
    }

    removeHere() {
      const keys = this.chosen?.keys || [];
      const index = keys.findIndex(({ at }) => Math.abs(at - this.time) <= SAME_MOMENT);
      if (index >= 0) this.removeAt(index);
    }

    removeKey({ params: { key } }) {
      this.removeAt(key);
      this.showKeys();
      (this.keysTarget.querySelector("button") || this.windowTarget).focus();
    }

    removeAt(index) {
      const keys = this.chosen.keys.filter((_, place) => place !== index);
      this.choose(keys.length > 0 ? { keys } : null);
    }

    goToKey({ params: { key } }) {
      this.goTo(this.chosen.keys[key].at);
    }
  }

  window.wagtail.app.register("omni-film", Film);
})();
