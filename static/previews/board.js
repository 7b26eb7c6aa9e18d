/* The board follows its release while it is built: states and bars change in place, and a mock
   is loaded when its variant is there. A newer release brings its own wall. */
(() => {
  "use strict";

  const app = window.wagtail.app;

  class Board extends window.omni.Polling {
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
      return build.busy;
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
      const answer = await fetch(address, { credentials: "same-origin" });
      if (!answer.ok) return false;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.element.replaceWith(page.querySelector(".omni-board"));
      return false;
    }
  }

  /* What reviewers said of a tile is fetched when somebody unfolds it. */
  class Comments extends window.StimulusModule.Controller {
    static targets = ["place"];

    static values = { url: String };

    async load() {
      if (!this.element.open || this.loaded) return;
      this.loaded = true;
      const answer = await fetch(this.urlValue, { credentials: "same-origin" });
      if (answer.ok) this.placeTarget.innerHTML = await answer.text();
      else this.loaded = false;
    }
  }

  app.register("omni-board", Board);
  app.register("omni-comments", Comments);
})();
