// What every row ends with: one line that `cargo xtask soak` reads.

/** Runs cases one after another. `hold(case)` answers with what was lost, or with nothing. A case that throws has failed. */
export async function row(name, cases, hold, measured = () => '') {
  const lost = [];
  let failed = 0;
  for (const one of cases) {
    let wrong;
    try {
      wrong = await hold(one);
    } catch (error) {
      wrong = error.message.split('\n')[0];
    }
    if (!wrong) continue;
    failed += 1;
    lost.push(wrong);
    console.log(`  ${name}: ${wrong}`);
  }
  console.log(JSON.stringify({ row: name, cases: cases.length, passed: cases.length - failed, failed, lost: lost.slice(0, 3).join('; '), measured: measured() }));
}
