// How a host would use the element. It is never run: the type checker reads it.
import type { WhatMatters } from './what-matters';

const element: WhatMatters = document.createElement('what-matters');
element.route = 'short';
element.receive = 'Millbrook Surgery';
element.heading = 3;
element.idle = 5;
element.kiosk = 'on';
element.age = 'off';
element.minutes = '20';
element.setGuide({ format: 1 });
element.services = 'own.json council.json';
element.servicesMap = null;
element.setServices([{ contents: [{ id: 'tea', name: 'Tea at the hall', status: 'active' }] }]);
element.setServices(null);
element.addEventListener('what-matters-moved', (event) => event.detail.stage.toUpperCase());
document.addEventListener('what-matters-given', ({ detail }) => detail.parts.flatMap((part) => part.entries.map((entry) => entry.label)));
element.addEventListener('what-matters-trouble', (event) => event.detail.problems.at(0)?.line.toFixed());
const title: string | undefined = element.summary()?.title;
// @ts-expect-error: there is no such route of leaving
element.leave = 'never';
export { title };
