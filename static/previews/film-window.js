// A film that is not made yet: its master plays inside the window of the moment, as it will be cut,
// and no more of it than will be cut out. Without this script the window of the first shot stays,
// and the address says where the film begins and ends.

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
// In seconds. A part ends so much early: a frame late, the next scene would flash up.
const EARLY = 0.03;
// How far the blurred ground may be from its film: nobody sees it, and each jump costs a seek.
const DRIFT = 0.3;

function follow(shot) {
  const video = shot.querySelector("video:not(.shot-pad)");
  const pad = shot.querySelector("video.shot-pad");
  const shots = JSON.parse(shot.dataset.windows);
  const spans = JSON.parse(shot.dataset.spans ?? "[]");
  let awaited = false;

  function show() {
    keepWithin(video, spans);
    const now = shots.findLast((one) => one.start <= video.currentTime) ?? shots[0];
    if (now) frame(shot, now, still.matches ? now.start : video.currentTime);
    if (pad) ground(pad, video, now, spans);
  }

  function keepShowing() {
    awaited = false;
    show();
    if (video.paused || video.ended) return;
    awaited = true;
    nextFrame(video, keepShowing);
  }

  video.addEventListener("play", () => {
    beginAgain(video, spans);
    if (!awaited) keepShowing();
  });
  for (const moment of ["loadedmetadata", "seeking", "seeked", "timeupdate", "pause"]) {
    video.addEventListener(moment, show);
  }
  pad?.addEventListener("loadedmetadata", show);
  show();
}

function frame(shot, now, time) {
  const [left, top] = placeAt(now.path, time);
  const insets = [top, 1 - left - now.width, 1 - top - now.height, left];
  shot.style.setProperty("--view", `inset(${insets.map(percent).join(" ")})`);
  shot.style.setProperty("--position", `${slide(left, now.width)} ${slide(top, now.height)}`);
  shot.style.background = now.pad.startsWith("#") ? now.pad : "";
  shot.classList.toggle("shot-padded", now.pad !== "");
}

// From a moment that will be cut off, the film goes on with the part after it, or stops.
function keepWithin(video, spans) {
  const now = video.currentTime;
  if (!spans.length || !video.readyState) return;
  if (spans.some(([start, end]) => start - EARLY < now && now < end - EARLY)) return;
  const next = spans.find(([start]) => start > now);
  if (next) {
    video.currentTime = next[0];
    return;
  }
  video.pause();
  if (now > lastOf(spans)) video.currentTime = lastOf(spans) - EARLY;
}

function beginAgain(video, spans) {
  if (spans.length && video.currentTime > lastOf(spans) - 2 * EARLY) {
    video.currentTime = spans[0][0];
  }
}

// The ground plays with its film; to readers who want no motion it is the beginning of the shot.
function ground(pad, video, now, spans) {
  if (now) pad.hidden = now.pad !== "blur";
  const rests = still.matches || video.paused || pad.hidden;
  if (rests) pad.pause();
  const time = still.matches
    ? Math.max(now?.start ?? 0, spans[0]?.[0] ?? 0)
    : video.currentTime;
  const far = Math.abs(pad.currentTime - time) > (rests ? EARLY : DRIFT);
  if (pad.readyState && far && !pad.seeking) pad.currentTime = time;
  if (rests) return;
  pad.playbackRate = video.playbackRate;
  if (pad.paused) pad.play().catch(() => {}); // then it stands still until the next frame
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

const lastOf = (spans) => Math.max(...spans.map(([, end]) => end));
const percent = (share) => `${(100 * Math.max(0, share)).toFixed(3)}%`;
const slide = (before, size) => (size < 1 ? percent(before / (1 - size)) : "50%");

for (const shot of document.querySelectorAll("[data-windows]")) follow(shot);
