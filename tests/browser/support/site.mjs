// The first page as a host could make it, in words of other lengths and directions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guide as english, root, words as ours } from './tools.mjs';

/** Help lines of the host's own, with a name that is long and a number that is not. */
const NEAR = {
  lines: [
    {
      id: 'drop-in', name: 'Millbrook and Lower Ferry Road Community Drop-in', what: 'Come in for a cup of tea, or call first.', nations: [],
      hours: 'Tuesdays, 10am to 2pm', contacts: [{ label: 'Call 01632 960 001', href: 'tel:01632960001' }], first: true,
      source: { title: 'Made up', url: 'https://example.org', kind: 'own', seen: '2026-11-23' },
    },
  ],
};
const HOST = 'receive="Millbrook Surgery" help="../help/near.json" afterwards="A link worker will call you. It may take two weeks."';

/** For `serve`: the first page and the one for a session with all a host can put on the screens, and its words and guide in place of ours where they are given. */
export function site({ words, guide, attributes = '' } = {}) {
  const page = (name) => {
    const text = readFileSync(join(root, 'dist/embed', name), 'utf8');
    return text.replace('<what-matters', `<what-matters ${HOST} ${words ? 'words="../words/own.json"' : ''} ${attributes}`);
  };
  const own = {
    '/embed/basic.html': page('basic.html'),
    '/embed/session.html': page('session.html'),
    '/help/near.json': JSON.stringify(NEAR),
    ...(words && { '/words/own.json': JSON.stringify(words) }),
    ...(guide && { '/guides/first-conversation.json': JSON.stringify(guide) }),
  };
  return (path) => own[path] && { body: Buffer.from(own[path]) };
}

/** The fields of a guide that hold words to read; what else is text in it is a name. */
const TEXTS = new Set(['title', 'lead', 'points', 'alone', 'coming', 'ask', 'hint', 'why', 'starters', 'lines', 'detail', 'more', 'low', 'high', 'questions', 'say', 'follow', 'listen', 'avoid', 'reflections', 'affirmations', 'ending']);

/** The words and the guide with every text put through `say`, in a language that is called `language`. */
function inOtherWords(language, say) {
  const put = (text) => text.split(/(\{\w+\})/).map((part) => (part.startsWith('{') ? part : say(part))).join('');
  const texts = (value, isText) => {
    if (typeof value === 'string') return isText ? put(value) : value;
    if (Array.isArray(value)) return value.map((one) => texts(one, isText));
    if (typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, texts(one, isText || TEXTS.has(key))]));
  };
  const words = Object.fromEntries(Object.entries(ours).map(([key, text]) => [key, put(text)]));
  return { words: { ...words, language }, guide: { ...texts(english, false), languages: [language] } };
}

/** Every word twice as long, as in languages that join theirs. */
export const longer = inOtherWords('de', (text) => text.replace(/\p{L}+/gu, (word) => word + word.toLowerCase()));

const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
/** Made-up words that run from right to left: each letter has one of another alphabet. */
export const mirrored = inOtherWords('ar', (text) => text.toLowerCase().replace(/[a-z]/g, (letter) => ARABIC[letter.charCodeAt(0) - 97]));
