import { drawNormal } from "../simulation/beta-sampler";
import { type Asking, roundsOf } from "../simulation/draw-window";
import type { Random } from "../statistics/seeded-random";
import type { Trial } from "../trials-by-prompt";

/** The answers that `drawWindow` sums up, one by one, from the same numbers: each prompt's trials. */
export function drawTrials(odds: Float64Array, { m, days, dayShock }: Asking, random: Random): Trial[][] {
  const prompts: Trial[][] = Array.from(odds, () => []);
  for (let day = 0; day < days; day++) {
    const factor = Math.exp(dayShock > 0 ? dayShock * drawNormal(random) : 0);
    for (let round = 0; round < roundsOf(day, { m, days }); round++) {
      prompts.forEach((trials, prompt) => {
        const uniform = random();
        trials.push({ day: `day ${day}`, hit: uniform < (odds[prompt] ?? 0) * factor * (1 - uniform) });
      });
    }
  }
  return prompts;
}
