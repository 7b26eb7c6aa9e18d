/* Own words of a campaign, checked by the server while somebody types: issues stand at the field,
   and words whose campaign has moved on stand beside what it says now. Nothing here keeps a draft
   from being saved. All words come from the server, in the editor's language. */
(() => {
  "use strict";

  const campaignsUrl = document.currentScript.dataset.campaignsUrl;
  const PAUSE_MS = 250;

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const icon = (className) => {
    const namespace = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(namespace, "svg");
    const use = document.createElementNS(namespace, "use");
    svg.setAttribute("class", `icon icon-warning ${className}`);
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#icon-warning");
    svg.append(use);
    return svg;
  };

  /* One block of own words: what is said about it is drawn into its text field. */
  class WordsBlock {
    constructor(child, prefix, textarea, ask) {
      Object.assign(this, { child, prefix, textarea, ask });
      this.field = textarea.closest("[data-field]");
      this.news = make("div", "w-field__errors omni-words");
      this.news.id = `${prefix}-words-issues`;
      this.news.setAttribute("aria-live", "polite");
      this.texts = make("div");
      this.field.querySelector("[data-field-errors]").after(this.news, this.texts);
      const described = textarea.getAttribute("aria-describedby") || "";
      textarea.setAttribute("aria-describedby", `${described} ${this.news.id}`.trim());
      this.field.addEventListener("focusout", ({ relatedTarget }) => {
        if (this.fresh && !this.field.contains(relatedTarget)) this.texts.replaceChildren();
      });
    }

    show({ issues, stale }) {
      this.showIssues(issues);
      this.showStale(stale);
    }

    /* What stays the same keeps its nodes, so that nobody hears it twice. */
    showIssues(issues) {
      const key = JSON.stringify(issues);
      if (key === this.issuesKey) return;
      this.issuesKey = key;
      this.news.replaceChildren(...issues.map((issue) => this.issue(issue)));
      const wrong = issues.some(({ severity }) => severity === "error");
      const others = this.field.querySelector("[data-field-errors] .error-message");
      this.field.classList.toggle("w-field--error", wrong || Boolean(others));
      if (wrong) this.textarea.setAttribute("aria-invalid", "true");
      else if (!others) this.textarea.removeAttribute("aria-invalid");
    }

    issue({ severity, message }) {
      const line = make("div", `omni-words__issue omni-words__issue--${severity}`);
      const words = make("p", severity === "error" ? "error-message" : "omni-words__doubt", message);
      line.append(icon("w-field__errors-icon"), words);
      return line;
    }

    /* Words that are being rewritten are fresh at once, yet the texts stay until that is done. */
    showStale(stale) {
      this.fresh = !stale;
      if (stale) this.drawStale(stale);
      else if (!this.field.contains(document.activeElement)) this.texts.replaceChildren();
    }

    drawStale(stale) {
      const key = JSON.stringify(stale);
      if (key === this.staleKey && this.texts.firstChild) return;
      this.staleKey = key;
      const box = make("section", "help-block help-warning omni-stale");
      box.setAttribute("aria-label", stale.label);
      const list = make("dl", "omni-stale__texts");
      stale.texts.filter(({ text }) => text).forEach(({ label, text }) => {
        const pair = make("div");
        const words = make("dd", "", text);
        words.lang = stale.lang;
        pair.append(make("dt", "", label), words);
        list.append(pair);
      });
      const actions = make("div", "omni-stale__actions");
      actions.append(
        this.button(stale.keep, () => this.keep(stale.digest)),
        this.button(stale.take, () => this.take()),
        this.button(stale.edit, () => this.textarea.focus()),
      );
      box.append(icon(""), list, actions);
      this.texts.replaceChildren(box);
    }

    button(label, act) {
      const button = make("button", "button button-small button-secondary", label);
      button.type = "button";
      button.addEventListener("click", act);
      return button;
    }

    /* Tells the server which master was seen: it remembers that one and no other. */
    keep(digest) {
      const name = `${this.prefix}-value-replaced`;
      let kept = this.child.querySelector(`input[name="${CSS.escape(name)}"]`);
      if (!kept) {
        kept = make("input");
        kept.type = "hidden";
        kept.name = name;
        this.child.append(kept);
      }
      kept.value = digest;
      this.texts.replaceChildren();
      this.textarea.focus();
      this.ask();
    }

    take() {
      const add = this.child.nextElementSibling?.querySelector("button");
      this.child.querySelector("[data-streamfield-action='DELETE']").click();
      if (add) add.focus();
    }
  }

  class OwnWords {
    constructor(form) {
      this.form = form;
      this.blocks = new Map();
      const ask = () => this.askSoon();
      ["input", "change", "w-unsaved:add"].forEach((name) => form.addEventListener(name, ask));
      this.askSoon();
    }

    /* The page gets its number with the first save, and the form its address. */
    get url() {
      const action = this.form.getAttribute("action") || "";
      const [, page] = action.match(/\/pages\/(\d+)\/edit\//) || [];
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
      this.form.querySelectorAll("[data-contentpath='own_words'] [data-streamfield-child]").forEach((child) => {
        const [, prefix] = (child.querySelector("input[name$='-id']") || { name: "" }).name.match(/^(own_words-\d+)-id$/) || [];
        const value = (name) => this.form.elements.namedItem(`${prefix}-${name}`)?.value;
        const textarea = prefix && this.form.elements.namedItem(`${prefix}-value-text`);
        if (!textarea || value("deleted") || value("type") !== "words") return;
        const known = this.blocks.get(child);
        found.set(child, known || new WordsBlock(child, prefix, textarea, () => this.askSoon()));
      });
      this.blocks = found;
      return found;
    }

    /* Only the latest answer counts; one about the same form is not asked for again. */
    async ask() {
      const { url } = this;
      if (!url || this.find().size === 0) return;
      const data = new FormData(this.form);
      const key = String(new URLSearchParams(data));
      if (key === this.key) return;
      this.key = key;
      if (this.request) this.request.abort();
      const request = new AbortController();
      this.request = request;
      try {
        const headers = { "X-Requested-With": "XMLHttpRequest" };
        const options = { method: "POST", body: data, headers, credentials: "same-origin" };
        const response = await fetch(url, { ...options, signal: request.signal });
        const answer = response.ok && (await response.json());
        if (answer && this.request === request) this.show(answer.blocks);
      } catch (error) {
        if (this.request === request) this.key = ""; // the network is gone; asked again when it changes
        if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
      }
    }

    show(answers) {
      this.blocks.forEach((block) => {
        const id = this.form.elements.namedItem(`${block.prefix}-id`)?.value;
        if (answers[id]) block.show(answers[id]);
      });
    }
  }

  const start = () => {
    const form = document.getElementById("page-edit-form");
    if (form && form.querySelector("[data-contentpath='own_words']")) new OwnWords(form);
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
