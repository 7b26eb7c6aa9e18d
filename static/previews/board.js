/* The board follows its release while it is built: states and bars change in place, and a mock
   is loaded when its variant is there. A newer release brings its own wall. */
(() => {
  "use strict";

  const app = window.wagtail.app;
  const { Polling, XHR } = window.omni;

  class Board extends Polling {
    static targets = ["tile", "sentence", "progress"];

    static values = { url: String, number: Number, newest: Number };

    async show(response) {
      const build = await response.json();
      if (build.number !== this.newestValue) return this.renew(build);
      if (build.number !== this.numberValue) return false; // an older release never changes
      if (this.sentenceTarget.textContent !== build.sentence) this.sentenceTarget.textContent = build.sentence;
      this.progressTarget.hidden = !build.busy;
      this.progressTarget.value = build.percent;
      const tiles = new Map(this.tileTargets.map((tile) => [tile.dataset.place, tile]));
      build.channels.forEach(({ channel, variants }) => {
        variants.forEach((variant) => this.follow(tiles.get(`${channel} ${variant.locale}`), variant));
      });
      if (this.busy && !build.busy) await this.refill(tiles);
      this.busy = build.busy;
      return build.busy;
    }

    /* What was looked at stays, though it may be told of no more. */
    gone() {
      this.disconnect();
    }

    follow(tile, { state, label, percent }) {
      if (!tile) return;
      const part = (name) => tile.querySelector(`[data-part="${name}"]`);
      const stays = [...tile.classList].filter((name) => !name.startsWith("omni-tile--"));
      tile.className = [...stays, `omni-tile--${state}`].join(" ");
      part("state").textContent = label;
      part("progress").hidden = percent >= 100;
      part("progress").value = percent;
      const mock = part("mock");
      if (state !== "waiting" && !mock.getAttribute("src")) {
        mock.src = mock.dataset.src;
        mock.parentElement.removeAttribute("data-waiting");
      }
    }

    /* Somebody published meanwhile: whoever looked at the newest release looks at it again. */
    async renew(build) {
      const followed = this.numberValue === this.newestValue;
      this.newestValue = build.number;
      if (!followed) return false;
      const address = new URL(window.location.href);
      address.searchParams.delete("release");
      const fresh = await this.fetched(address);
      if (fresh) this.element.replaceWith(fresh);
      return false;
    }

    /* A build that is over: all that stands beside the mocks; these stay, or they would flicker. */
    async refill(tiles) {
      const fresh = await this.fetched(window.location.href);
      if (!fresh) return;
      fresh.querySelectorAll(".omni-tile").forEach((tile) => {
        const old = tiles.get(tile.dataset.place);
        if (!old || old.contains(document.activeElement)) return;
        const mock = old.querySelector(".omni-tile__mock");
        [...old.children].filter((one) => one !== mock).forEach((one) => one.remove());
        const parts = [...tile.children];
        const middle = parts.findIndex((one) => one.matches(".omni-tile__mock"));
        mock.before(...parts.slice(0, middle));
        mock.after(...parts.slice(middle + 1));
      });
    }

    async fetched(address) {
      const answer = await fetch(address, XHR);
      if (!answer.ok) return null;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return page.querySelector(".omni-board");
    }
  }

  /* What reviewers said of a tile is fetched when somebody unfolds it. */
  class Comments extends window.StimulusModule.Controller {
    static targets = ["place"];

    static values = { url: String };

    async load() {
      if (!this.element.open || this.loaded) return;
      this.loaded = true;
      const answer = await fetch(this.urlValue, XHR);
      if (answer.ok) this.placeTarget.innerHTML = await answer.text();
      else this.loaded = false;
    }
  }

  app.register("omni-board", Board);
  app.register("omni-comments", Comments);
})();
