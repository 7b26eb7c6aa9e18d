/* The way from a chosen picture or film to its editor in another tab. Whoever comes back may have
   cropped it anew: the preview is drawn again, from the words as they stand. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;

  class ChosenLink extends Controller {
    leave() {
      this.left = true;
    }

    comeBack() {
      if (!this.left || document.hidden) return;
      this.left = false;
      const preview = document.querySelector("[data-controller~='w-preview']");
      if (preview) preview.setAttribute("data-w-preview-stale-value", "true");
    }
  }

  window.wagtail.app.register("omni-chosen-link", ChosenLink);
})();
