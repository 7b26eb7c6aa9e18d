// A film that is not made yet: its master plays inside the window of the moment, as it will be cut.
// Without this script the window of the first shot stays.

const still = window.matchMedia("(prefers-reduced-motion: reduce)");

function follow(shot) {
  const video = shot.querySelector("video");
  const shots = JSON.parse(shot.dataset.windows);

  function show() {
    const now = shots.findLast((one) => one.start <= video.currentTime) ?? shots[0];
    const [left, top] = placeAt(now.path, still.matches ? now.start : video.currentTime);
    const insets = [top, 1 - left - now.width, 1 - top - now.height, left];
    shot.style.setProperty("--view", `inset(${insets.map(percent).join(" ")})`);
    shot.style.setProperty("--position", `${slide(left, now.width)} ${slide(top, now.height)}`);
    shot.style.background = now.pad.startsWith("#") ? now.pad : "";
    shot.classList.toggle("shot-padded", now.pad !== "");
  }

  function keepShowing() {
    show();
    if (!video.paused && !video.ended) nextFrame(video, keepShowing);
  }

  video.addEventListener("play", keepShowing);
  for (const moment of ["loadedmetadata", "seeking", "seeked", "pause"]) {
    video.addEventListener(moment, show);
  }
  show();
}

// Between two points of the path, which lie close together, the window moves evenly.
function placeAt(path, time) {
  const next = path.findIndex(([at]) => at > time);
  if (next === 0) return path[0].slice(1);
  if (next === -1) return path.at(-1).slice(1);
  const [[start, ...from], [end, ...to]] = [path[next - 1], path[next]];
  const share = (time - start) / (end - start);
  return from.map((value, axis) => value + share * (to[axis] - value));
}

function nextFrame(video, callback) {
  if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(callback);
  else requestAnimationFrame(callback);
}

const percent = (share) => `${(100 * Math.max(0, share)).toFixed(3)}%`;
const slide = (before, size) => (size < 1 ? percent(before / (1 - size)) : "50%");

for (const shot of document.querySelectorAll("[data-windows]")) follow(shot);
