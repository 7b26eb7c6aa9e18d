/* The build bar of a campaign and the dashboard's list of releases, as Stimulus controllers in
   Wagtail's own application. All words come from the server, in the editor's language. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const app = window.wagtail.app;
  const campaignsUrl = document.currentScript.dataset.campaignsUrl;
  const BUSY_MS = 1000;
  const IDLE_MS = 10000;
  const TAB_MS = 300; // a tab of Wagtail's takes a moment to appear

  // Who is no longer logged in is refused, instead of being shown the login.
  const XHR = { headers: { "X-Requested-With": "XMLHttpRequest" }, credentials: "same-origin" };

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  /* Bring a form field into view, in whichever tab it is. */
  const reveal = (hash) => {
    const name = hash.startsWith("#id_") && hash.slice(4);
    const box = name && document.querySelector(`[data-contentpath="${CSS.escape(name)}"]`);
    if (!box) return;
    box.dispatchEvent(new CustomEvent("w-focus:focus", { bubbles: true }));
    window.setTimeout(() => {
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      box.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      const fields = "input:not([type=hidden]), select, textarea, [contenteditable=true]";
      const seen = (wanted) => [...box.querySelectorAll(wanted)].find((one) => one.offsetParent);
      const target = seen(fields) || seen("button");
      if (target) target.focus({ preventScroll: true });
    }, TAB_MS);
  };
  window.addEventListener("hashchange", () => reveal(window.location.hash));
  window.addEventListener("load", () => reveal(window.location.hash));

  /* Asks again and again: quickly while something is being built, seldom otherwise. */
  class Polling extends Controller {
    static values = { url: String };

    connect() {
      this.onShow = () => document.visibilityState === "visible" && this.ask();
      document.addEventListener("visibilitychange", this.onShow);
      this.ask();
    }

    disconnect() {
      document.removeEventListener("visibilitychange", this.onShow);
      window.clearTimeout(this.timer);
      this.stopped = true;
    }

    /* There is nothing to tell, or not to this person any more. */
    gone() {
      this.element.remove();
    }

    async ask() {
      window.clearTimeout(this.timer);
      if (this.asking || this.stopped) return;
      this.asking = true;
      let wait = IDLE_MS;
      try {
        const response = await fetch(this.urlValue, XHR);
        if ([204, 403, 404].includes(response.status)) return this.gone();
        if (response.ok && !this.stopped) wait = (await this.show(response)) ? BUSY_MS : IDLE_MS;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // the network is gone; ask again later
      } finally {
        this.asking = false;
      }
      if (!this.stopped && document.visibilityState === "visible") {
        this.timer = window.setTimeout(() => this.ask(), wait);
      }
      return undefined;
    }
  }

  window.omni = { Polling, XHR };

  class BuildBar extends Polling {
    connect() {
      this.rows = new Map();
      this.draw();
      super.connect();
    }

    draw() {
      const line = make("div", "omni-build__line");
      this.mark = make("span", "omni-build__mark");
      this.mark.setAttribute("aria-hidden", "true");
      this.sentence = make("p", "omni-build__sentence");
      this.meter = make("div", "omni-build__meter");
      this.meter.setAttribute("role", "progressbar");
      this.meter.setAttribute("aria-valuemin", "0");
      this.meter.setAttribute("aria-valuemax", "100");
      this.meter.append(make("span"));
      this.percent = make("span", "omni-build__percent");
      this.percent.setAttribute("aria-hidden", "true");
      this.toggle = make("button", "omni-build__toggle button button-small button-secondary");
      this.toggle.type = "button";
      this.toggle.setAttribute("aria-controls", "omni-build-rows");
      this.toggle.addEventListener("click", () => this.open(this.list.hidden));
      this.board = make("a", "omni-build__board button button-small button-secondary");
      line.append(this.mark, this.sentence, this.meter, this.percent, this.toggle, this.board);
      this.reason = make("p", "omni-build__reason");
      this.faults = make("ul", "omni-build__faults");
      this.list = make("ul", "omni-build__rows");
      this.list.id = "omni-build-rows";
      this.news = make("p", "w-sr-only");
      this.news.setAttribute("role", "status");
      this.element.append(line, this.reason, this.faults, this.list, this.news);
      this.element.hidden = true;
    }

    open(wanted) {
      this.list.hidden = !wanted;
      this.toggle.setAttribute("aria-expanded", String(wanted));
    }

    async show(response) {
      const build = await response.json();
      const first = this.element.hidden;
      const news = build.state !== this.element.dataset.state || build.number !== this.number;
      this.number = build.number;
      this.element.dataset.state = build.state;
      this.element.setAttribute("aria-label", build.label);
      this.sentence.textContent = build.sentence;
      this.toggle.textContent = build.toggle;
      this.board.textContent = build.board;
      this.board.href = build.board_url;
      this.toggle.hidden = build.channels.length === 0;
      this.reason.textContent = build.reason;
      this.reason.hidden = !build.reason;
      this.showShare(build);
      this.showFaults(build.faults);
      this.showRows(build.channels);
      if (first) this.open(build.busy && build.channels.length > 0);
      if (news) this.news.textContent = `${build.sentence} ${build.reason}`;
      if (news && build.busy && build.channels.length > 0) this.open(true);
      this.element.hidden = false;
      return build.busy;
    }

    showShare({ percent, share, busy, label }) {
      this.meter.hidden = this.percent.hidden = !busy;
      this.meter.setAttribute("aria-label", label);
      this.meter.setAttribute("aria-valuenow", String(percent));
      this.meter.setAttribute("aria-valuetext", share);
      this.meter.firstChild.style.inlineSize = `${percent}%`;
      this.percent.textContent = share;
    }

    /* Faults keep their nodes while they stay the same, so that a focused link keeps its focus. */
    showFaults(faults) {
      const key = JSON.stringify(faults);
      if (key === this.faultsKey) return;
      this.faultsKey = key;
      this.faults.hidden = faults.length === 0;
      this.faults.replaceChildren(...faults.map((fault) => this.fault(fault)));
    }

    fault({ where, message, severity, field, url, mend, settled, settle, settle_url: settleUrl }) {
      const item = make("li", `omni-build__fault omni-build__fault--${severity}`);
      item.append(make("strong", "", where), " ", message);
      if (settled) item.append(" ", make("span", "omni-build__settled", settled));
      if (url) {
        const link = make("a", "omni-build__mend", mend);
        link.href = url;
        link.dataset.field = field;
        link.addEventListener("click", () => {
          if (link.href === window.location.href) reveal(link.hash);
        });
        item.append(" ", link);
      }
      if (settle) {
        const link = make("a", "omni-build__mend", settle);
        link.href = settleUrl;
        item.append(" ", link);
      }
      return item;
    }

    /* Rows, too, are changed in place: nothing flickers, and a reader keeps the place. */
    showRows(channels) {
      const wanted = new Set(channels.map(({ channel }) => channel));
      this.rows.forEach((item, channel) => {
        if (!wanted.has(channel)) {
          item.remove();
          this.rows.delete(channel);
        }
      });
      channels.forEach((channel) => this.showRow(channel));
    }

    showRow({ channel, name, percent, note, variants }) {
      let item = this.rows.get(channel);
      if (!item) {
        item = make("li", "omni-build__row");
        item.append(make("b", "", name), make("span", "omni-build__variants"), make("small"), make("em"));
        this.rows.set(channel, item);
        this.list.append(item);
      }
      const [, states, small, share] = item.children;
      const key = JSON.stringify(variants.map(({ locale, state }) => [locale, state]));
      if (states.dataset.key !== key) {
        states.dataset.key = key;
        states.replaceChildren(...variants.map((variant) => this.variant(variant)));
      }
      small.textContent = note;
      share.style.inlineSize = `${percent}%`;
    }

    variant({ language, state, label }) {
      const item = make("span", `omni-build__variant omni-build__variant--${state}`);
      item.append(make("i", "", language), ` ${label}`);
      return item;
    }
  }

  /* Brings a part of a page anew while it says that it is busy. */
  class Refresh extends Polling {
    static values = { url: String, untilDone: Boolean };

    async show(response) {
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector("[data-omni-refresh-part]");
      const old = this.element.querySelector("[data-omni-refresh-part]");
      if (fresh && old && fresh.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) {
        old.replaceWith(fresh);
      }
      const busy = Boolean(fresh && fresh.dataset.busy);
      if (!busy && this.untilDoneValue) this.disconnect(); // what people type there stays
      return busy;
    }
  }

  app.register("omni-build", BuildBar);
  app.register("omni-refresh", Refresh);

  /* Wagtail has no hook that draws above the editor's form, so the bar is set in here. */
  const place = () => {
    const page = window.location.pathname.match(/\/pages\/(\d+)\/(edit\/)?$/);
    const content = document.getElementById("page-edit-form") || document.getElementById("listing-results");
    if (!page || !content) return;
    const bar = make("section", page[2] ? "omni-build omni-build--editor" : "omni-build");
    bar.hidden = true;
    bar.dataset.controller = "omni-build";
    bar.dataset.omniBuildUrlValue = `${campaignsUrl}${page[1]}/build/`;
    content.before(bar);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
})();
