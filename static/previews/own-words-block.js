/* One block of a campaign's own words: its lengths, its faults, and what the campaign would say
   stand at its text. All words come from the server, in the editor's language. */
(() => {
  "use strict";

  const SAY_MS = 1000; // a reader's voice waits until somebody stops typing
  const PARTS = JSON.parse(document.getElementById("omni-parts").textContent);

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
    constructor(child, prefix, textarea, { ask, tellGone, isNew }) {
      Object.assign(this, { child, prefix, textarea, ask, tellGone });
      this.field = textarea.closest("[data-field]");
      this.news = make("div", "w-field__errors omni-words");
      this.filledAt = isNew ? "" : this.place;
      this.news.id = `${prefix}-words-issues`;
      this.news.setAttribute("aria-live", "polite");
      this.texts = make("div");
      this.field.querySelector("[data-field-errors]").after(this.news, this.texts);
      this.counts = make("ul", "omni-counts");
      this.voice = make("p", "w-sr-only");
      this.voice.setAttribute("role", "status");
      this.master = make("div", "omni-master");
      this.field.append(this.counts, this.voice, this.master);
      const described = textarea.getAttribute("aria-describedby") || "";
      textarea.setAttribute("aria-describedby", `${described} ${this.news.id}`.trim());
      this.select("channel")?.addEventListener("change", () => this.offerParts());
      this.offerParts();
      this.field.addEventListener("focusout", ({ relatedTarget }) => {
        if (this.fresh && !this.field.contains(relatedTarget)) this.texts.replaceChildren();
      });
    }

    show({ issues, stale, counts, master }, locked) {
      this.lock(locked);
      this.showIssues(issues);
      this.showStale(stale, master);
      this.showCounts(counts);
      this.showMaster(stale ? null : master); // stale words stand beside it already
      if (master && !locked) this.fill(master);
    }

    /* A page that somebody locked says why, and takes no words from the keyboard either. */
    lock(reason) {
      this.locked = reason;
      if (!reason) return;
      this.child.querySelectorAll("select").forEach((select) => { select.disabled = true; });
      this.textarea.readOnly = true;
      this.voice.textContent = reason;
    }

    select(name) {
      return this.child.querySelector(`[name="${CSS.escape(this.prefix)}-value-${name}"]`);
    }

    /* Where the words are said: a channel and its part. */
    get place() {
      return `${this.select("channel")?.value} ${this.select("part")?.value}`;
    }

    /* Of all parts, only those of the chosen channel, as it calls them. One that it does not have
       stays while it is chosen: the server says what is wrong with it. */
    offerParts() {
      const own = PARTS[this.select("channel")?.value];
      const select = this.select("part");
      if (!select) return;
      [...select.options].forEach((option) => {
        option.dataset.label ??= option.textContent;
        option.textContent = own?.[option.value] ?? option.dataset.label;
        option.hidden = Boolean(own && option.value && !own[option.value] && !option.selected);
      });
      const offered = own ? Object.keys(own) : [];
      if (!select.value && offered.length === 1) [select.value] = offered;
    }

    /* A new block begins with the campaign's words, for each place until somebody writes. */
    fill({ text, filled }) {
      const { textarea, place } = this;
      if (place !== this.asked || place === this.filledAt) return;
      this.filledAt = place;
      if (textarea.value.trim() && textarea.value !== this.filled) return;
      this.filled = textarea.value = text;
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
      this.say(filled);
    }

    say(words) {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => { this.voice.textContent = words; }, SAY_MS);
    }

    showCounts(counts) {
      const lines = counts.map((count, index) => this.count(count, this.counts.children[index]));
      if (lines.length !== this.counts.children.length) this.counts.replaceChildren(...lines);
      const said = counts.map((count) => count.said).join(" ");
      if (said && said !== this.said && document.activeElement === this.textarea) this.say(said);
      this.said = said;
    }

    count({ count, rest, note, state, percent }, line = make("li", "omni-count")) {
      if (!line.firstChild) {
        const gauge = make("span", "omni-count__gauge");
        gauge.setAttribute("aria-hidden", "true");
        gauge.append(make("span"));
        line.append(make("b"), make("span"), gauge, make("span", "omni-count__note"));
      }
      const [number, unit, gauge, words] = line.children;
      line.dataset.state = state;
      [number.textContent, unit.textContent, words.textContent] = [count, rest, note];
      gauge.firstChild.style.inlineSize = `${percent}%`;
      return line;
    }

    /* What the campaign would say stays open or closed while it changes. */
    showMaster(master) {
      this.master.hidden = !master;
      const key = JSON.stringify([master, this.locked]);
      if (!master || key === this.masterKey) return;
      this.masterKey = key;
      const details = make("details", "omni-master__words");
      details.open = Boolean(this.master.querySelector("details[open]"));
      const words = make("p", "", master.text);
      words.lang = master.lang;
      details.append(make("summary", "", master.label), words);
      this.master.replaceChildren(details, this.button(master.reset, () => this.reset(master)));
    }

    /* Nothing is lost: the block comes back by one button until something else is reset. */
    reset(words) {
      const stream = this.child.closest("[data-contentpath='own_words']").querySelector("[id$='-root']").rootBlock;
      const place = stream.children.findIndex(({ element }) => element.contains(this.child));
      const state = stream.children[place].getState();
      stream.children[place].delete({ animate: false });
      this.tellGone(words, () => stream.insert(state, Math.min(place, stream.children.length), { focus: true }));
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
    showStale(stale, master) {
      this.fresh = !stale;
      if (stale) this.drawStale(stale, master);
      else if (!this.field.contains(document.activeElement)) this.texts.replaceChildren();
    }

    drawStale(stale, master) {
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
        this.button(stale.take, () => this.reset(master)),
        this.button(stale.edit, () => this.textarea.focus()),
      );
      box.append(icon(""), list, actions);
      this.texts.replaceChildren(box);
    }

    button(label, act) {
      const button = make("button", "button button-small button-secondary", label);
      button.type = "button";
      button.disabled = Boolean(this.locked);
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
  }

  window.omni.WordsBlock = WordsBlock;
  window.omni.make = make;
})();
