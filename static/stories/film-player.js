/* A film's own bar of play button, slider and time: a video's controls would lie under the window
   that is drawn over it. Tells `omni-player:time` with the seconds of each picture that is shown. */
(() => {
  "use strict";

  const { Controller } = window.StimulusModule;
  const seconds = new Intl.NumberFormat(document.documentElement.lang || "en", {
    minimumIntegerDigits: 2, minimumFractionDigits: 1, maximumFractionDigits: 1,
  });
  const clock = (time) => {
    const tenths = Math.round(time * 10) / 10;
    return `${Math.floor(tenths / 60)}:${seconds.format(tenths % 60)}`;
  };

  class Player extends Controller {
    static targets = ["video", "bar", "button", "range", "time"];

    static values = { seconds: Number };

    connect() {
      const { videoTarget: video } = this;
      video.removeAttribute("controls");
      video.muted = true;
      video.parentElement.style.setProperty("--ratio", video.getAttribute("width") / video.getAttribute("height"));
      this.barTarget.hidden = false;
      this.rangeTarget.max = this.secondsValue;
      ["timeupdate", "seeked", "loadeddata"].forEach((name) => video.addEventListener(name, () => this.tell()));
      ["play", "pause", "ended"].forEach((name) => video.addEventListener(name, () => this.label()));
      this.tell();
    }

    disconnect() {
      this.videoTarget.pause();
    }

    label() {
      const { paused } = this.videoTarget;
      const { play, pause } = this.buttonTarget.dataset;
      this.buttonTarget.textContent = paused ? play : pause;
      if (!paused) this.follow();
    }

    /* Each picture that appears, where the browser tells; else about sixty times a second. */
    follow() {
      const { videoTarget: video } = this;
      if (video.paused) return;
      const again = () => { this.tell(); this.follow(); };
      if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(again);
      else window.requestAnimationFrame(again);
    }

    toggle() {
      const { videoTarget: video } = this;
      if (video.paused) video.play();
      else video.pause();
    }

    pause() {
      this.videoTarget.pause();
    }

    seekTo() {
      this.videoTarget.currentTime = this.rangeTarget.valueAsNumber;
    }

    tell() {
      const { currentTime: time } = this.videoTarget;
      this.rangeTarget.value = time;
      const words = `${clock(time)} / ${clock(this.secondsValue)}`;
      this.rangeTarget.setAttribute("aria-valuetext", clock(time));
      this.timeTarget.textContent = words;
      this.dispatch("time", { detail: { time } });
    }
  }

  window.wagtail.app.register("omni-player", Player);
})();
