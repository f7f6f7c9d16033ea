// Chance that can be had again: what is red once is red with the same seed.

/** Numbers from 0 up to 1, by a seed: that of the environment, or a new one, which is said. */
export function seeded() {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  let state = seed;
  // Mulberry32: small, and even enough to choose moments by.
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  console.log(`  seed ${seed}`);
  return { chance, seed };
}
