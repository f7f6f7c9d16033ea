// Buttons work on a page that stops every click on its way down: a press is heard by where it began and ended.
// Where no click comes of it, it is asked whether clicks come to us at all. Where none does, the button is given one that never passes the page.

/** So long a click may take to come, and so short is a tap, in milliseconds. */
const SOON = 500;
const PRESSABLE = 'button:enabled, [data-leave]';

/** Hears what is pressed under a shadow root. Boxes to tick have done what they do by themselves. */
function hearPresses(root) {
  const listen = (kind, act) => root.addEventListener(kind, act, true);
  /** Where a press began that has not ended. Nothing is known of one that the page keeps from us. */
  let began = {};
  let clickedAt;
  /** The button that was given its click last. */
  let given;
  /** What waits for a click to come; once it has, nothing is held on to. */
  let waiting;

  const begins = ({ repeat, target, timeStamp }) => {
    if (repeat) return;
    began = { at: timeStamp, on: target.closest(PRESSABLE) };
    given = undefined;
  };

  const ends = ({ key, target, button, pointerType, timeStamp, clientX, clientY }) => {
    const { at = timeStamp - SOON, on } = began;
    began = {};
    // A finger stays with what it came down on, wherever it is lifted.
    const pressed = (key ? target : root.elementFromPoint(clientX, clientY))?.closest(PRESSABLE);
    const isPress = key ? key === 'Enter' || key === ' ' : button === 0 && (pointerType === 'mouse' || timeStamp - at < SOON);
    // Under a key that is down the focus may have moved on to another button.
    if (!pressed || !isPress || (on !== pressed && (!key || on !== undefined))) return;
    const hasClicked = () => clickedAt >= at;
    const give = () => attempt(() => {
      if (hasClicked() || !root.contains(pressed) || !pressed.matches(PRESSABLE)) return;
      root.dispatchEvent(new Event('click', { bubbles: true, cancelable: true, composed: true }));
      if (hasClicked()) return;
      given = pressed;
      pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    });
    // Leaving waits for nothing: twice is as good as once.
    if (pressed.matches('[data-leave]')) give();
    else waiting = setTimeout(give, SOON);
  };

  listen('click', (event) => {
    const { isTrusted, target, timeStamp } = event;
    const isAsked = target === root;
    if (isTrusted || isAsked) clickedAt = timeStamp;
    if (isTrusted) clearTimeout(waiting);
    // A page may stop a script's clicks alone: then the person's own may come late, and was given already.
    if (!isAsked && !(isTrusted && given?.contains(target))) return;
    given = undefined;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  for (const kind of ['pointerdown', 'keydown']) listen(kind, begins);
  for (const kind of ['pointerup', 'keyup']) listen(kind, ends);
}
