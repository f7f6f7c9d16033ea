// Types of `<what-matters>`, written by hand for the people who use it.

/** One thing wrong with a guide. */
export interface WhatMattersProblem {
  /** A stable name, such as `unknown-heading`; the list is in the guide for authors. */
  code: string;
  severity: 'error' | 'warning';
  /** A JSON Pointer. */
  path: string;
  /** From 1; 0 where none can be told. */
  line: number;
  /** In characters, from 1; 0 where none can be told. */
  column: number;
  message: string;
  hint: string;
}

/** One answer under its heading. */
export interface WhatMattersEntry {
  /** Whose words they are: the person's, those of someone who answered for them, or the link worker's. */
  voice: 'person' | 'helper' | 'worker';
  /** Whose, in words: "Written by Jo, link worker". */
  by?: string;
  /** A life card's or a question's words, before it. */
  label?: string;
  said: WhatMattersPiece[];
  /** What the person says of words that are not theirs. */
  mark?: { says: 'right' | 'not-quite'; own?: string };
}

/** A piece of an answer: the person's words, a choice they took, a question and its answer, or a row of the plan. */
export type WhatMattersPiece =
  | { words: string }
  | { choice: string; detail?: string }
  | { label: string; choice: string }
  | { label: string; words: string }
  | { who?: string; what: string; when?: string; help?: string };

/** A summary the person gave to this page. */
export interface WhatMattersSummary {
  title: string;
  /** The guide's id. */
  guide: string;
  /** The guide's own version. */
  version: string;
  language: string;
  parts: { id: string; title: string; entries: WhatMattersEntry[] }[];
  /** Who wrote it, when, and what it is not. */
  about: string[];
}

/** The events of the element, which come by its ancestors and the document too. */
export interface WhatMattersEvents {
  'what-matters-ready': CustomEvent<null>;
  'what-matters-moved': CustomEvent<{ stage: string }>;
  'what-matters-finished': CustomEvent<null>;
  'what-matters-trouble': CustomEvent<{ code: string; message: string; problems: WhatMattersProblem[] }>;
  'what-matters-given': CustomEvent<WhatMattersSummary>;
}

/** The element. Every setting is an attribute of the same meaning. */
export class WhatMatters extends HTMLElement {
  /** The address of the guide; the shipped one without it. */
  guide: string | null;
  /** The address of the interface's words; English without it. */
  words: string | null;
  /** The address of your own help lines. */
  help: string | null;
  /** The addresses of lists of what is on offer nearby, with white space between. Where two have a service of the same id, the first counts. */
  services: string | null;
  /** The address of your own map, from what the lists file services under to the guide; ours without it. */
  servicesMap: string | null;
  /** `full` or `short`, or another route of the guide. */
  route: string | null;
  /** Who is at the screen: a person alone, or a person and a link worker. */
  mode: 'alone' | 'together' | null;
  /** Whether letters do something in the link worker's view. */
  keys: 'on' | 'off' | null;
  theme: 'auto' | 'light' | 'dark' | null;
  nation: 'england' | 'scotland' | 'wales' | 'northern-ireland' | null;
  /** The role's name, such as "community connector". */
  worker: string | null;
  /** The link worker's own name. */
  workerName: string | null;
  get minutes(): string | null;
  set minutes(minutes: string | number | null);
  /** Who gets the summary when the person gives it; there is a button for it only with this. */
  receive: string | null;
  /** Where words may be kept if the person chooses it: `tab`, `device`, both with a space between (so without it), or `off`. */
  keep: 'tab' | 'device' | 'tab device' | 'device tab' | 'off' | null;
  /** How long they may lie there, in minutes; until they are deleted without it. */
  get keepFor(): string | null;
  set keepFor(minutes: string | number | null);
  leave: 'sensitive' | 'all' | 'off' | null;
  /** Where *Leave this page* goes. */
  exit: string | null;
  /** After so many minutes without a key, a touch or a movement the words are hidden; never without it. */
  get idle(): string | null;
  set idle(minutes: string | number | null);
  /** On, where people take turns at the device: the next one begins from nothing, and only paper goes out. */
  kiosk: '' | 'on' | 'off' | null;
  /** Under which age the first screen offers a page of its own; 18 without it, `off` for none. */
  get age(): string | null;
  set age(years: string | number | null);
  /** The level of the first heading: 2 to 5. */
  get heading(): string | null;
  set heading(level: string | number | null);
  /** Your own words on what to expect, in place of ours. */
  expect: string | null;
  /** Your own words on what happens next, on the last screen. */
  afterwards: string | null;
  /** Gives a guide as an object or as JSON text, in place of a file; null to go back to the file. */
  setGuide(guide: object | string | null): void;
  /**
   * Gives services in place of lists at addresses: what a list would hold, as an object, an array or JSON text. Several lists go into one array.
   * Null to go back to the addresses.
   */
  setServices(services: object | string | null): void;
  /** The summary the person gave to this page; null until they did. */
  summary(): WhatMattersSummary | null;
  /** Starts again from nothing. Every word is dropped. */
  restart(): void;
}

declare global {
  interface HTMLElementEventMap extends WhatMattersEvents {}
  interface DocumentEventMap extends WhatMattersEvents {}
  interface HTMLElementTagNameMap {
    'what-matters': WhatMatters;
  }
}
