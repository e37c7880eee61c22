import type { Case } from "./case";

/** An answer that only says it found nothing about a name. */
export const ABSENCE: readonly Case[] = [
  ["nothing found about it", "Acme (acme.com)", "I couldn't find any information about Acme.", ""],
  ["nothing found, formal", "Acme (acme.com)", "I was not able to find reviews of Acme.", ""],
  ["no results", "Acme (acme.com)", "There are no results for Acme in my sources.", ""],
  ["not mentioned", "Acme (acme.com)", "Acme is not mentioned in any of these lists.", ""],
  ["doesn't appear", "Acme (acme.com)", "Acme doesn't appear in the rankings.", ""],
  ["unknown", "Acme (acme.com)", "I'm not familiar with Acme.", ""],
  ["German", "Acme (acme.com)", "Ich habe keine Informationen über Acme gefunden.", ""],
  ["French", "Acme (acme.com)", "Je n'ai pas trouvé d'informations sur Acme.", ""],
  ["Spanish", "Acme (acme.com)", "No encontré información sobre Acme.", ""],
  ["Japanese", "Acme (acme.com)", "Acmeに関する情報は見つかりませんでした。", ""],
  ["found after a contrast", "Acme (acme.com)", "I couldn't find prices, but Acme is well liked.", "Acme"],
  ["in another sentence", "Acme (acme.com)", "I couldn't find prices. Acme is well liked.", "Acme"],
  ["a negative judgement is still a naming", "Acme (acme.com)", "Acme is not recommended.", "Acme"],
  ["named elsewhere", "Acme (acme.com)", "I couldn't find prices for Acme. Acme is well liked.", "Acme"],
];
