// Scripts as pages and browsers have them, that do to the element what nobody meant them to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';
import { host } from './server.mjs';

/** What a page puts in place of what the browser has, or listens to before anything of ours is there: all of it works all the same. `said` is what the console may say, and `seen` what the page made of it, which is nothing. */
export const REPLACED = {
  'every click stopped on its way down': {
    code: () => window.addEventListener('click', (event) => event.stopPropagation(), true),
  },
  'every key stopped on its way down': {
    code: () => {
      for (const kind of ['keydown', 'keypress', 'keyup']) window.addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
    },
  },
  'every input stopped on its way down': {
    code: () => {
      for (const kind of ['beforeinput', 'input']) window.addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
    },
  },
  'shortcuts of one letter': {
    code: () =>
      document.addEventListener('keydown', (event) => {
        if (!['/', '?', 'e', 'j', 'k'].includes(event.key) || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
        event.preventDefault();
        scrollTo(0, 0);
      }),
  },
  'lists and objects with more to them': {
    code: () => {
      for (const kind of [Array, Object, String]) kind.prototype.ofThePage = () => 'of the page';
      Array.prototype.toJSON = function () {
        return `[${this.join()}]`;
      };
    },
  },
  'lists whose functions are of the page': {
    said: [/^error: of the page$/],
    code: () => {
      // The tools that look at the page are spared.
      const broken = (real) =>
        function (...what) {
          if (new Error().stack.includes('/what-matters.js')) throw new Error('of the page');
          return real.apply(this, what);
        };
      for (const name of ['map', 'filter', 'find', 'forEach', 'includes', 'slice', 'concat', 'push', 'pop', 'join', 'some', 'every', 'indexOf']) Array.prototype[name] = broken(Array.prototype[name]);
    },
  },
  'JSON of the page': {
    // The host is told nothing then.
    said: [/^error: of the page$/],
    code: () => {
      for (const name of ['parse', 'stringify']) {
        const real = JSON[name];
        JSON[name] = (...what) => {
          if (new Error().stack.includes('/what-matters.js')) throw new Error('of the page');
          return real(...what);
        };
      }
    },
  },
  'fetching wrapped': {
    code: () => {
      const real = fetch;
      window.fetch = async (...what) => {
        const answer = await real(...what);
        answer.ofThePage = true;
        return answer;
      };
    },
  },
  'removing that hides': {
    code: () => {
      Element.prototype.remove = function () {
        this.setAttribute('hidden', '');
      };
    },
  },
  'listening wrapped': {
    code: () => {
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      const wrapped = new WeakMap();
      EventTarget.prototype.addEventListener = function (kind, listener, ...options) {
        const own = function (event) {
          return typeof listener === 'function' ? listener.call(this, event) : listener?.handleEvent(event);
        };
        if (listener) wrapped.set(listener, own);
        return addEventListener.call(this, kind, own, ...options);
      };
      EventTarget.prototype.removeEventListener = function (kind, listener, ...options) {
        return removeEventListener.call(this, kind, wrapped.get(listener) ?? listener, ...options);
      };
    },
  },
  'the marks of another Yew program': {
    code: () => {
      // As Yew 0.23 looks for what an event is for, with ids that each program counts from one.
      window.ran = 0;
      const own = document.documentElement;
      own.__yew_subtree_id = 1;
      own.addEventListener('click', (event) => {
        const path = event.composedPath();
        const found = path.find((node) => node.__yew_subtree_id !== undefined);
        event.__yew_subtree_cache_key = path.length;
        event.__yew_subtree_id = found === own || found.__yew_subtree_id !== 1 ? 0 : 1;
        if (event.__yew_subtree_id === 1) window.ran += path.filter((node) => node.__yew_listener_id !== undefined).length;
      }, true);
    },
    seen: (page) => page.evaluate(() => window.ran),
  },
  'no Intl': { code: () => delete window.Intl },
  'frozen built-ins': {
    code: () => {
      for (const one of [Intl, Array.prototype, Object.prototype, Map.prototype, Promise.prototype, JSON]) Object.freeze(one);
    },
  },
};

/** What a page does midway that not all can be made to work under: what cannot is seen at once, and the words stay. `said` is what the console may say, and `then` what is seen. */
export const BROKEN = {
  'every click, key and input stopped at once, and undone': {
    code: () => {
      for (const kind of ['click', 'keydown', 'keypress', 'keyup', 'beforeinput', 'input']) {
        window.addEventListener(kind, (event) => {
          event.stopImmediatePropagation();
          event.preventDefault();
        }, true);
      }
    },
    then: 'presses',
  },
  'inserting that throws': {
    code: () => {
      Node.prototype.insertBefore = () => {
        throw new Error('of the page');
      };
    },
    said: [/stopped/, /^console: failed to/, /^error: unreachable$/],
    then: 'rescue',
  },
};

/** What hands other than ours do to the element and to what is in it, once words are written. */
export const HANDS = {
  'moved and taken off a hundred times': async () => {
    const element = document.querySelector('what-matters');
    const places = [document.body, document.querySelector('main') ?? document.documentElement];
    for (let at = 0; at < 100; at += 1) {
      element.remove();
      if (at % 3 === 0) await new Promise((resolve) => setTimeout(resolve));
      places[at % 2].append(element);
      if (at % 5 === 0) await Promise.resolve();
    }
  },
  'what stands between the tags written anew': () => {
    document.querySelector('what-matters').innerHTML = '<p>Other words of the page</p>';
  },
  'attributes set back by an observer': () => {
    const element = document.querySelector('what-matters');
    const back = (changes) => {
      for (const { target } of changes) {
        if (target === element && element.theme !== 'dark') element.theme = 'dark';
        for (const name of ['dir', 'spellcheck', 'part']) target.removeAttribute(name);
        if (!target.hasAttribute('data-seen')) target.setAttribute('data-seen', 'yes');
      }
    };
    for (const root of [element, element.shadowRoot]) new MutationObserver(back).observe(root, { attributes: true, subtree: true, childList: true });
    element.theme = 'light';
  },
  'copied as jQuery does': () => {
    const element = document.querySelector('what-matters');
    const copy = element.cloneNode(true);
    for (const name of Object.keys(element)) copy[name] = element[name];
    copy.id = 'copy';
    document.body.append(copy);
  },
  'drawn anew as React and Vue do': async () => {
    const element = document.querySelector('what-matters');
    const list = document.createElement('div');
    element.before(list);
    const others = ['one', 'two', 'three'].map((text) => Object.assign(document.createElement('p'), { textContent: text }));
    for (let at = 0; at < 10; at += 1) {
      const rows = [...others];
      rows.splice(at % 4, 0, element);
      for (const row of rows) list.insertBefore(row, null);
      Object.assign(element, { className: `row-${at}`, heading: undefined, leave: null, expect: null });
      await Promise.resolve();
    }
  },
  'a route of a page that goes and comes back': async () => {
    const element = document.querySelector('what-matters');
    const place = element.parentNode;
    history.pushState({ page: 2 }, '', '#/elsewhere');
    element.remove();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    history.back();
    await new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    place.append(element);
  },
  'the document written anew, and the element put in again': async () => {
    const element = document.querySelector('what-matters');
    document.open();
    document.write('<!doctype html><html lang="en-GB"><head><title>Anew</title></head><body><main></main></body></html>');
    document.close();
    document.querySelector('main').append(element);
  },
  'nodes taken out of it by a blocker': () => {
    const root = document.querySelector('what-matters').shadowRoot;
    const blocked = () => {
      for (const one of root.querySelectorAll('.hint, .chips, .notice, .room, details')) one.remove();
    };
    blocked();
    new MutationObserver(blocked).observe(root, { childList: true, subtree: true });
  },
  'all of it taken out by a blocker': () => document.querySelector('what-matters').shadowRoot.querySelector('.wm').replaceChildren(),
  'a helper for writing hung in beside each box': () => {
    const root = document.querySelector('what-matters').shadowRoot;
    const help = () => {
      for (const box of root.querySelectorAll('textarea:not([data-gramm])')) {
        box.setAttribute('data-gramm', 'false');
        box.setAttribute('spellcheck', 'true');
        box.style.setProperty('background', 'none');
        for (const where of ['before', 'after']) box[where](document.createElement('writing-helper'), 'ok');
        const around = document.createElement('div');
        box.replaceWith(around);
        around.append(box);
      }
    };
    help();
    new MutationObserver(help).observe(root, { childList: true, subtree: true });
  },
  'put into another document and back': () => {
    const element = document.querySelector('what-matters');
    const place = element.parentNode;
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument.body.append(frame.contentDocument.importNode(element, true), frame.contentDocument.adoptNode(element));
    place.append(document.adoptNode(element));
  },
};

/** A translator, as browsers have one: every text is set in elements of its own, and what is drawn anew is too. The text node is `moved` there, or taken out for another. What it makes of a text stands between `marks`. */
export const translate = ({ isMoved, marks }) => {
  const turn = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    for (const text of all) {
      const { data, parentElement: parent } = text;
      if (!data.trim() || !parent || parent.closest('font, textarea, script, style, title')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      const said = isMoved ? text : document.createTextNode('');
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(said);
      said.data = marks[0] + data + marks[1];
    }
  };
  for (const root of [document.body, document.querySelector('what-matters').shadowRoot]) {
    turn(root);
    new MutationObserver(() => turn(root)).observe(root, { childList: true, subtree: true, characterData: true });
  }
};

/** The page of the site with something put in before the script of ours. */
export const withScript = (code) => {
  const text = readFileSync(join(root, 'dist/embed/basic.html'), 'utf8');
  return { type: 'text/html; charset=utf-8', body: text.replace('<script', `<script>(${code})()</script>\n<script`) };
};

/** A page that has the element before it knows what that is, and hears of it late. */
export const LATE = host(`<main></main><script>
  const element = document.createElement('what-matters');
  element.leave = 'all';
  document.querySelector('main').append(element);
  element.innerHTML = '<p>These questions on paper</p>';
  window.comes = () => import('/what-matters.js');
</script>`);
