import type { Case } from "./case";

/** Answers as a search page shows them, flattened to one line with cards and interface, in other markets. */
export const PAGE_LISTS: readonly Case[] = [
  [
    "software: lead-ins after a heading",
    "HubSpot + Salesforce + Zoho",
    "For small teams, here are some of the best CRMs: Top Picks: HubSpot CRM:Free and easy to use.It has email tracking.Salesforce Starter: Scales well, at a price.Zoho CRM:Good value with many integrations. Factors to Consider: Budget:Zoho is cheapest.Team Size: Larger teams need roles. AI responses may include mistakes. Learn more",
    "HubSpot #1 + Salesforce #2 + Zoho #3",
  ],
  [
    "shoes: cards repeat the lead-ins",
    "Brooks + Hoka + ASICS",
    "Top Picks: Brooks Ghost 16:Balanced cushioning for most runners.Hoka Clifton 9: Light and soft.ASICS Gel-Nimbus 26:Plush ride for long runs. Brooks Ghost 16 Men's$110.00$140.004.7(2k+)HOKA Clifton 9$145.004.6(3k+)ASICS Gel-Nimbus 26$119.954.5(1k+)See moreThings to Consider: Foot Type:Neutral or not.Budget: Older models cost less.",
    "Brooks #1 + Hoka #2 + ASICS #3",
  ],
  [
    "shoes: a second list goes on counting",
    "Brooks + Saucony + New Balance",
    "Best for Daily Training: Brooks Ghost 16:A reliable workhorse.Saucony Ride 17: Smooth and light. Brooks Ghost 16$139.954.7(900)Best for Racing: Nike Vaporfly 3:Very fast.New Balance SC Elite v4: Soft and bouncy.",
    "Brooks #1 + Saucony #2 + New Balance #4",
  ],
  [
    "hotels: properties of an item",
    "Hilton + Marriott",
    "Recommended Hotels: Hilton Garden Inn:Location: Near the museum.Pros: Quiet rooms.Cons: Small gym.Marriott Downtown:Location: By the river.Pros: Big pool.Cons: Dear parking.",
    "Hilton #1 + Marriott #2",
  ],
  [
    "cosmetics: names run together under a heading",
    "CeraVe + Neutrogena + Olay",
    "Your skin type matters most.Look for hyaluronic acid.Popular Brands: CeraVe:Affordable.Neutrogena: Widely sold.Olay:Good for mature skin.",
    "CeraVe #1 + Neutrogena #2 + Olay #3",
  ],
  [
    "banks: named in a description only",
    "Ally + SoFi",
    "Top Picks: SoFi:High yield, a bit above Ally.Marcus: No fees.Capital One 360:Branches, too.",
    "SoFi #1 + Ally #-",
  ],
  [
    "cards alone, with counts and ratings",
    "Dyson + Shark",
    "Dyson V15 Detect$649.99$749.994.6(3k+)Shark Stratos Cordless$299.994.4(1k+)Tineco Pure One$199.004.3(800)",
    "Dyson #1 + Shark #2",
  ],
  [
    "a colon in a name isn't two items",
    "Catan + Ticket to Ride",
    "Popular games: Ticket to Ride: Europe:Build routes.Catan: Trade and build.",
    "Ticket to Ride #1 + Catan #2",
  ],
  [
    "an abbreviation's dot ends no label",
    "Instant Pot + Ninja",
    "Top Picks: Instant Pot Duo 6 qt. Cooker: Simple.Ninja Foodi 8 qt. Pro:Crisps, too.",
    "Instant Pot #1 + Ninja #2",
  ],
  [
    "numbers before the names",
    "Trello + Asana",
    "Here are the best tools.Read on.1. Trello: Boards for all.2. Asana: For teams.3. Notion: For notes.",
    "Trello #1 + Asana #2",
  ],
  [
    "best-for labels before the names",
    "Trello + Asana",
    "It depends on you.Think first. Best for Beginners: Trello: Easy boards. Best for Teams: Asana: Strong rules.",
    "Trello #1 + Asana #2",
  ],
  [
    "advice that names a maker as an example",
    "Sony + Bose",
    "Top Picks: Sony WH-1000XM5:Great.Bose QC Ultra: Comfortable. Key Features to Look For: Noise cancelling:Bose leads here.Battery Life: 30 hours is good.",
    "Sony #1 + Bose #2",
  ],
  [
    "a conclusion that picks again",
    "Sony + Bose",
    "Top Picks: Bose QC Ultra:Comfortable.Sony WH-1000XM5: Great sound. Recommendation: The Sony WH-1000XM5 is best for most people. Good luck.",
    "Bose #1 + Sony #2",
  ],
];
