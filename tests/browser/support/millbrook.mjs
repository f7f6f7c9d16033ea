// What the made-up town's list itself holds, told by plain rules that know nothing of the program that reads it.
import { json } from './tools.mjs';

const all = (value) => (Array.isArray(value) ? value : []);
const MAP = json('www/services/map.json').terms;
/** Words as they are compared: letters and digits alone. */
const bare = (text) => text.toLowerCase().replaceAll('&', 'and').replaceAll(/[^\p{L}\p{N}]/gu, '');

const ids = new Set();
/** The services that can be offered: open ones with a name, each the first of its id. */
export const TOWN = json('www/services/millbrook.json').contents.filter(({ id, name, status }) => {
  const isFirst = id && !ids.has(id);
  ids.add(id);
  return isFirst && name && status === 'active';
});

const spots = (service) => [...all(service.service_at_locations), ...all(service.locations).map((location) => ({ location }))];
const times = (service) => [service, ...spots(service)].flatMap((one) => all(one.schedules));
const terms = (service) => [service, ...spots(service)].flatMap((one) => all(one.attributes)).map(({ taxonomy_term: term }) => term.name ?? '');
const filed = (service) => terms(service).flatMap((name) => MAP.filter(({ term }) => [term].flat().some((known) => bare(known) === bare(name))));

/** A service for a part of life, by what it is filed under. */
export const isAbout = (area) => (service) => {
  const lines = filed(service);
  // What it is for alone counts for more than the rest it is filed under; where that is nothing, it is about nothing.
  const alone = lines.filter(({ only }) => only);
  if (alone.some(({ areas, interests }) => !areas && !interests)) return false;
  return (alone.length ? alone : lines).some(({ areas }) => areas?.includes(area));
};
/** A service that takes place on a day, as calendars write it: `TU`. */
export const isOn = (day) => (service) => times(service).some(({ byday }) => byday?.includes(day));
/** A service that costs nobody anything, by what it says in numbers or in the one word. */
export function isFree({ cost_options: options, fees, fees_description: fee = fees }) {
  const costs = all(options).map(({ amount, option }) => [amount, option === 'Everyone']);
  costs.push([/^(free|no charge)$/i.test(fee) ? 0 : Number(fee?.replace(/^(£|&pound;)/, '')), true]);
  return costs.some(([amount, isForAll]) => amount === 0 && isForAll) && !costs.some(([amount]) => amount > 0);
}
const goes = (service, how, filedAs) => times(service).some((time) => how.test(time.attending_type)) || terms(service).some((name) => filedAs.includes(name));
/** A service by phone or over the internet. */
export const isOnline = (service) => goes(service, /online|phone/i, ['By phone', 'Online', 'By video call']) || spots(service).some(({ location }) => location?.location_type === 'virtual');
/** A service that comes to people's homes. */
export const isAtHome = (service) => goes(service, /home/i, ['Home visits']);

const places = (service) => spots(service).map(({ location }) => location).filter(Boolean);
const outward = (place) => all(place.addresses)[0]?.postal_code?.match(/^(ZZ\d) \d[A-Z]{2}$/)?.[1];
const stands = ({ latitude, longitude }) => Math.abs(latitude) <= 90 && [latitude, longitude];
/** Where each outward code stands: the mean of the places in it. */
const codes = new Map();
for (const place of TOWN.flatMap(places)) if (outward(place) && stands(place)) codes.set(outward(place), [...(codes.get(outward(place)) ?? []), stands(place)]);
for (const [code, where] of codes) codes.set(code, [0, 1].map((axis) => where.reduce((sum, one) => sum + one[axis], 0) / where.length));
export const CODES = [...codes.keys()].sort();

/** More degrees than there are between any two places of the town. */
const OUTSIDE = 10;
/** How far a service is from an outward code, to compare with others. What is of that code is nearer than all else, and what has no place is furthest. */
export function farFrom(code) {
  const [north, east] = codes.get(code);
  return (service) => {
    const own = places(service);
    const at = own.map(stands).find(Boolean) || codes.get(own.map(outward).find(Boolean));
    const beyond = own.map(outward).find(Boolean) === code ? 0 : OUTSIDE;
    return at ? beyond + Math.hypot(at[0] - north, (at[1] - east) * 0.6) : Infinity;
  };
}
