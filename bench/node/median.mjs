// The median time of some rounds, in µs for each of what a round does.
export const median = (rounds, perRound, run) => {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    run();
    times.push(((performance.now() - start) * 1000) / perRound);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
};
