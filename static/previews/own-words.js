/* Own words of a campaign, checked and counted by the server while somebody types. Nothing here
   keeps a draft from being saved. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const { WordsBlock, make } = window.omni;
  const campaignsUrl = document.currentScript.dataset.campaignsUrl;
  const STREAM = "[data-contentpath='own_words']";
  const PAUSE_MS = 250;

  class OwnWords extends Controller {
    connect() {
      this.form = this.element;
      this.known = new Set([...this.form.querySelectorAll(`${STREAM} [data-streamfield-child]`)]);
      this.blocks = new Map();
      this.gone = make("div", "omni-gone");
      this.gone.setAttribute("role", "status");
      this.form.querySelector(STREAM).append(this.gone);
      this.askSoon();
    }

    disconnect() {
      window.clearTimeout(this.timer);
      if (this.request) this.request.abort();
    }

    /* The page gets its number with the first save, and the form its address. */
    get url() {
      const action = this.form.getAttribute("action") || "";
      const [, page] = action.match(/\/pages\/(\d+)\/(?:edit|revisions)\//) || [];
      const [, parent] = action.match(/\/pages\/add\/stories\/campaignpage\/(\d+)\//) || [];
      if (page) return `${campaignsUrl}${page}/words/`;
      return parent ? `${campaignsUrl}new/${parent}/words/` : "";
    }

    askSoon() {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.ask(), PAUSE_MS);
    }

    /* Blocks come, go and move: they are looked up anew, and known by their element. */
    find() {
      const found = new Map();
      this.form.querySelectorAll(`${STREAM} [data-streamfield-child]`).forEach((child) => {
        const [, prefix] = (child.querySelector("input[name$='-id']") || { name: "" }).name.match(/^(own_words-\d+)-id$/) || [];
        const value = (name) => this.form.elements.namedItem(`${prefix}-${name}`)?.value;
        const textarea = prefix && this.form.elements.namedItem(`${prefix}-value-text`);
        if (!textarea || value("deleted") || value("type") !== "words") return;
        found.set(child, this.blocks.get(child) || this.block(child, prefix, textarea));
      });
      this.blocks = found;
      return found;
    }

    block(child, prefix, textarea) {
      const ask = () => this.askSoon();
      const tellGone = (words, undo) => this.tellGone(words, undo);
      return new WordsBlock(child, prefix, textarea, { ask, tellGone, isNew: !this.known.has(child) });
    }

    /* Only the latest answer counts; one about the same form is not asked for again. */
    async ask() {
      const { url } = this;
      if (!url || this.locked || this.find().size === 0) return;
      const data = new FormData(this.form);
      const key = String(new URLSearchParams(data));
      if (key === this.key) return;
      this.key = key;
      if (this.request) this.request.abort();
      const request = new AbortController();
      this.request = request;
      this.blocks.forEach((block) => { block.asked = block.place; });
      try {
        const headers = { "X-Requested-With": "XMLHttpRequest" };
        const options = { method: "POST", body: data, headers, credentials: "same-origin" };
        const response = await fetch(url, { ...options, signal: request.signal });
        const answer = response.ok && (await response.json());
        if (answer && this.request === request) this.show(answer);
      } catch (error) {
        if (this.request === request) this.key = ""; // the network is gone; asked again when it changes
        if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
      }
    }

    show({ blocks: answers, locked }) {
      this.locked = locked; // nothing that this person does can change the answer
      this.blocks.forEach((block) => {
        const id = this.form.elements.namedItem(`${block.prefix}-id`)?.value;
        if (answers[id]) block.show(answers[id], locked);
      });
    }

    tellGone({ gone, undo: label }, undo) {
      const button = make("button", "button button-small button-secondary", label);
      button.type = "button";
      button.addEventListener("click", () => {
        this.gone.replaceChildren();
        undo();
        this.askSoon();
      });
      this.gone.replaceChildren(make("p", "", gone), button);
      button.focus();
      this.askSoon();
    }
  }

  window.wagtail.app.register("omni-words", OwnWords);

  /* Wagtail draws the form, so the controller is set on it in here, once its blocks are drawn. */
  const start = () => {
    const form = document.getElementById("page-edit-form");
    if (!form || !form.querySelector(STREAM)) return;
    const ask = ["input", "change", "w-unsaved:add"].map((name) => `${name}->omni-words#askSoon`);
    form.dataset.action = `${form.dataset.action || ""} ${ask.join(" ")}`;
    form.dataset.controller = `${form.dataset.controller || ""} omni-words`;
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
