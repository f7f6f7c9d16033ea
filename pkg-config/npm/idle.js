// How long nobody has pressed, touched or moved anything on the page. By the clock on the wall, which goes on while a laptop sleeps.

let stirredAt = Date.now();
/** How long it is to be still for each widget before it is told, in seconds. */
const limits = new WeakMap();
let timer;
/** Whether a widget was told, and waits to hear that somebody stirred. */
let isAsked = false;

function watchIdle(element, seconds) {
  if (seconds) limits.set(element, seconds);
  else limits.delete(element);
  clearTimeout(timer);
  timer = setTimeout(lookRound);
}

/** Tells each widget whose time has come, and sets the timer for the next. */
function lookRound() {
  // A clock that was set back tells nothing of the time between.
  if (Date.now() < stirredAt) stirredAt = Date.now();
  const still = (Date.now() - stirredAt) / 1000;
  let soonest = Infinity;
  eachWidget((element) => {
    if (still >= limits.get(element)) {
      limits.delete(element);
      isAsked = true;
      tellings.get(element)('idle', still);
    }
    const limit = limits.get(element);
    if (limit) soonest = Math.min(soonest, limit);
  });
  clearTimeout(timer);
  timer = soonest < Infinity && setTimeout(lookRound, Math.max(soonest - still, 0) * 1000);
}

/** Somebody is there. What was due before, as after a sleep, is told first. */
function stir({ type, movementX, movementY }) {
  // A browser tells of a pointer that lies still when the page moves under it.
  if (type === 'pointermove' && !movementX && !movementY) return;
  if (timer && Date.now() - stirredAt > 1000) lookRound();
  stirredAt = Date.now();
  if (!isAsked) return;
  isAsked = false;
  eachWidget((element) => tellings.get(element)('stirred'));
}

for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'click']) addEventListener(kind, stir, { capture: true, passive: true });
for (const kind of ['visibilitychange', 'pageshow']) addEventListener(kind, () => timer && lookRound(), true);
