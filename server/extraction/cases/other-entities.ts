import type { Case } from "./case";

/** Somebody or something else of that name. */
export const OTHER_ENTITIES: readonly Case[] = [
  ["a forest", "Amazon", "The Amazon rainforest is shrinking.", "?Amazon"],
  ["a river", "Amazon", "Cruises on the Amazon River start at $900.", "?Amazon"],
  ["the shop in the same text", "Amazon", "The Amazon River is long. Buy the map on Amazon.", "Amazon"],
  ["a province", "Columbia", "Ski resorts in British Columbia open in May.", "?Columbia"],
  ["a university", "Columbia", "Researchers at Columbia University tested it.", "?Columbia"],
  [
    "a university, the other way round",
    "Columbia",
    "The University of Columbia has a lab for it.",
    "?Columbia",
  ],
  ["a district", "Columbia", "Delivery covers the District of Columbia.", "?Columbia"],
  ["a town with its state", "Columbia", "Our office in Columbia, Maryland is open.", "?Columbia"],
  ["a town with its state in two letters", "Phoenix", "Dealers in Phoenix, AZ have stock.", "?Phoenix"],
  ["the jacket maker", "Columbia", "Columbia makes good rain jackets.", "Columbia"],
  ["the jacket maker in a list", "Columbia", "Patagonia, Columbia, and REI ship fast.", "Columbia"],
  ["an actor", "Ford", "Harrison Ford drove one.", "?Ford"],
  ["a founder", "Ford", "It was Henry Ford who made it cheap.", "?Ford"],
  ["the car maker", "Ford", "The Ford F-150 tows most.", "Ford"],
  ["a player", "Jordan", "The shoe that Michael Jordan wore.", "Jordan"],
  ["a lake", "Ontario", "Cottages on Lake Ontario are dear.", "?Ontario"],
  ["a person with a title", "Brown", "Dr. Brown answered.", "?Brown"],
  ["another company that starts so", "General", "General Motors builds it.", "?General"],
  ["a longer tracked name has it", "General + General Motors", "General Motors builds it.", "General Motors"],
  ["another product that ends so", "Book", "The Surface Book is old.", "?Book"],
  ["a bridge", "Chelsea", "Near Chelsea Bridge.", "?Chelsea"],
  ["a domain of somebody else", "Acme (acme.com)", "Read acme.net for more.", ""],
  ["a person whose name goes on", "Lo", "Loïc recommends it.", ""],
];
