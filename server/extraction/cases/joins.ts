import type { Case } from "./case";

/** Words joined or split: over a space or hyphen only, and with capitals. */
export const JOINS: readonly Case[] = [
  ["never across a full stop", "OpenAI", "It is open. AI is here.", ""],
  ["a split name with capitals", "OpenAI", "Ask Open AI about it.", "OpenAI"],
  ["two words are no joined name", "Salesforce", "Our sales force grew.", ""],
  ["two words are no joined name, again", "Basecamp", "We slept at base camp.", ""],
  ["a camel-case name split, parts capitalised", "HubSpot", "Try Hub Spot.", "HubSpot"],
  ["a camel-case name split in lower case", "HubSpot", "a hub spot nearby", ""],
  ["words joined in the text", "Demand IQ", "DemandIQ scales.", "Demand IQ"],
  ["words joined in lower case are another word", "Base Camp", "basecamp is fun", ""],
  ["space for hyphen", "Coca-Cola", "Drink Coca Cola.", "Coca-Cola"],
  ["hyphen for space", "Coca Cola", "Drink Coca-Cola.", "Coca Cola"],
  ["a non-breaking hyphen", "Coca-Cola", "Drink Coca\u2011Cola.", "Coca-Cola"],
  ["a non-breaking space", "Best Buy", "At Best\u00A0Buy.", "Best Buy"],
  ["never across a table's cells", "Intercom", "| Inter | com |", ""],
  ["never across a comma", "H&M", "Hm, I think so.", ""],
  ["never across a line break", "Best Western", "is the Best\nWestern one", ""],
  ["and for ampersand", "Wits & Wagers", "Play Wits and Wagers.", "Wits & Wagers"],
  ["ampersand for and", "House and Home", "Read House & Home.", "House and Home"],
  ["an apostrophe left out", "De'Longhi", "DeLonghi makes one.", "De'Longhi"],
  ["an apostrophe put in", "DeLonghi", "De’Longhi makes one.", "DeLonghi"],
  ["a contraction is no name", "Shell", "She'll come.", ""],
  ["a curly apostrophe", "Macy's", "Go to Macy’s.", "Macy's"],
  ["a name without its apostrophe", "Frankies Bikinis", "Frankie's Bikinis are bold.", "Frankies Bikinis"],
];
