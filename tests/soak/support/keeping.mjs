// Where keeping is switched on, and where what was kept is taken up again. Each form of keeping is one entry.

/**
 * The forms there are. `on(page)` presses what a person presses for the words to be kept, on the welcome screen;
 * `back(page)` loads the page again as a person would after their tab went, takes up what was kept,
 * and goes to the step where they were.
 */
export const FORMS = {};
