// How a host would use the element. It is never run: the type checker reads it.
import type { WhatMatters } from './what-matters';

const element: WhatMatters = document.createElement('what-matters');
element.route = 'short';
element.receive = 'Millbrook Surgery';
element.setGuide({ format: 1 });
element.addEventListener('what-matters-moved', (event) => event.detail.stage.toUpperCase());
element.addEventListener('what-matters-given', (event) => event.detail.parts.map((part) => part.title));
element.addEventListener('what-matters-trouble', (event) => event.detail.problems.at(0)?.line.toFixed());
const title: string | undefined = element.summary()?.title;
// @ts-expect-error: there is no such route of leaving
element.leave = 'never';
export { title };
