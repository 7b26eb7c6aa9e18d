/* What each channel would show of the picture as it is marked now: asked of the server, which
   frames as the channels do, and drawn by cropping the same picture with CSS. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const PAUSE_MS = 150;
  const percent = (value) => `${value * 100}%`;

  class Frames extends Controller {
    static targets = ["picture", "card", "trouble"];

    static values = { url: String, aspect: Number, trouble: String };

    connect() {
      this.field = this.element.querySelector("[name=marks]");
      this.cardTargets.forEach((card) => {
        card.querySelector("[data-part=view]").style.setProperty("--ratio", card.dataset.ratio);
      });
      this.ask();
    }

    disconnect() {
      window.clearTimeout(this.timer);
    }

    askSoon() {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.ask(), PAUSE_MS);
    }

    /* Only the latest answer counts; one about the same marks is not asked for again. */
    async ask() {
      const marks = this.field.value;
      if (marks === this.asked) return;
      this.asked = marks;
      if (this.request) this.request.abort();
      const request = new AbortController();
      this.request = request;
      try {
        const answer = await this.post(marks, request.signal);
        if (this.request === request) this.show(answer);
      } catch (error) {
        if (error.name === "AbortError") return;
        this.asked = "";
        this.tell(this.troubleValue);
        if (!(error instanceof TypeError)) throw error; // the network is gone
      }
    }

    async post(marks, signal) {
      const body = new FormData();
      body.append("csrfmiddlewaretoken", this.field.form.elements.csrfmiddlewaretoken.value);
      body.append("marks", marks);
      const options = { method: "POST", body, signal, credentials: "same-origin" };
      const response = await fetch(this.urlValue, options);
      if (response.ok || response.status === 400) return response.json();
      return { error: this.troubleValue };
    }

    show({ error, frames }) {
      this.tell(error || "");
      if (!frames) return;
      this.cardTargets.forEach((card) => {
        const frame = frames[card.dataset.place];
        if (frame) this.draw(card, frame);
      });
      this.dispatch("answer", { detail: { frames } });
    }

    tell(words) {
      this.troubleTarget.textContent = words;
      this.troubleTarget.hidden = !words;
    }

    draw(card, { ratio, box, padded, own, notes }) {
      const part = (name) => card.querySelector(`[data-part="${name}"]`);
      const wide = box.right - box.left;
      const tall = box.bottom - box.top;
      const shape = (wide / tall) * this.aspectValue;
      const view = part("window").style;
      view.width = percent(padded ? Math.min(1, shape / ratio) : 1);
      view.height = percent(padded ? Math.min(1, ratio / shape) : 1);
      const picture = part("picture");
      if (!picture.src) picture.src = part("fill").src = this.pictureTarget.src;
      picture.style.width = percent(1 / wide);
      picture.style.height = percent(1 / tall);
      picture.style.left = percent(-box.left / wide);
      picture.style.top = percent(-box.top / tall);
      card.classList.toggle("omni-frame--padded", padded);
      card.classList.toggle("omni-frame--own", own);
      this.swap(part("own"), part("auto"), own);
      this.note(part("notes"), notes);
    }

    /* Whoever pressed one of the two buttons finds the other in its place. */
    swap(byHand, automatic, own) {
      const focused = document.activeElement;
      byHand.hidden = own;
      automatic.hidden = !own;
      if (own && focused === byHand) automatic.focus();
      if (!own && focused === automatic) byHand.focus();
    }

    note(list, notes) {
      const key = JSON.stringify(notes);
      if (list.dataset.key === key) return;
      list.dataset.key = key;
      list.replaceChildren(...notes.map((words) => {
        const item = document.createElement("li");
        item.textContent = words;
        return item;
      }));
    }
  }

  window.wagtail.app.register("omni-frames", Frames);
})();
