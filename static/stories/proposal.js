/* The button that asks the server for the marks which the picture's own pixels suggest. Its owner
   hears `omni-proposal:found` with the marks, or `omni-proposal:failed`. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;

  class Proposal extends Controller {
    static values = { url: String };

    async ask() {
      const body = new FormData();
      body.append("csrfmiddlewaretoken", this.element.form.elements.csrfmiddlewaretoken.value);
      this.element.disabled = true;
      try {
        const response = await fetch(this.urlValue, { method: "POST", body, credentials: "same-origin" });
        if (!response.ok) throw new TypeError(response.statusText);
        this.dispatch("found", { detail: await response.json() });
      } catch (error) {
        this.dispatch("failed");
        if (!(error instanceof TypeError)) throw error; // the network is gone
      } finally {
        this.element.disabled = false;
      }
    }
  }

  window.wagtail.app.register("omni-proposal", Proposal);
})();
