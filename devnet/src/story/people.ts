import type { CastMember } from "./story-types.ts";

/** The three friends of the worked example. Nobody else holds their shares. */
export const TRIO_PEOPLE = {
  ada: {
    account: 0,
    token: {
      name: "Ada Okafor",
      symbol: "ADA",
      motif: "waves",
      open: true,
      about:
        "I build pumps that run on nothing but the tide, for villages where diesel is dear. Some years pay, some don't. Ben and Cleo each own a part of me through Trio, and I own a part of them.",
    },
  },
  ben: {
    account: 1,
    token: {
      name: "Ben Castellanos",
      symbol: "BEN",
      motif: "film",
      open: true,
      about:
        "I make documentaries, one every two or three years. A film earns all at once or not at all. Sharing that with two friends I trust beats being lucky alone.",
    },
  },
  cleo: {
    account: 2,
    token: {
      name: "Cleo Lindqvist",
      symbol: "CLEO",
      motif: "note",
      open: true,
      about:
        "I write music for film and theatre. My part of Trio belongs to my own token, so whoever owns a part of me owns a part of Ada and Ben as well.",
    },
  },
} as const satisfies Record<string, CastMember>;

/** Everybody else. */
export const OTHER_PEOPLE = {
  dev: {
    account: 3,
    token: {
      name: "Dev Raman",
      symbol: "DEV",
      motif: "sum",
      open: true,
      about:
        "I teach mathematics by day and write free exercise books at night. Night School asked me to be its fourth founder, so that neither the classes nor the books depend on one salary.",
    },
  },
  amara: {
    account: 4,
    token: {
      name: "Amara Diallo",
      symbol: "AMARA",
      motif: "hull",
      open: true,
      about:
        "I build wooden working boats, two a year, to order. A boat is paid for when it floats. The harbour carries me through the winters in between.",
    },
  },
  tomas: {
    account: 5,
    token: {
      name: "Tomás Herrera",
      symbol: "TOMAS",
      motif: "sail",
      open: true,
      about:
        "Sailmaker, third generation. Amara's hulls bring me orders and my sails bring her orders, so it made sense to write that down.",
    },
  },
  mei: {
    account: 6,
    token: {
      name: "Mei-Ling Chou",
      symbol: "MEI",
      motif: "bowl",
      open: true,
      about:
        "Potter. My kiln stands in the old net store and is fired with offcuts from the boat shed. I belong to the harbour and to Loom & Page.",
    },
  },
  jonas: {
    account: 7,
    token: {
      name: "Jonas Eklund",
      symbol: "JONAS",
      motif: "shell",
      open: true,
      about:
        "I grow oysters on ropes. They clean the bay whether they sell or not. My part of Coast Union sits in my own token: what the coast earns comes back to the harbour through me.",
    },
  },
  priya: {
    account: 8,
    token: {
      name: "Priya Nair",
      symbol: "PRIYA",
      motif: "weather",
      open: true,
      about:
        "I forecast wind and swell for this one bay, from sensors that the boats carry for me. Ports pay for it. The boats should get their part.",
    },
  },
  yusuf: {
    account: 9,
    token: {
      name: "Yusuf Demir",
      symbol: "YUSUF",
      motif: "sprout",
      open: true,
      about:
        "Plant breeder. My dry-land wheat took eleven years before the first licence was paid. I would rather share the good years than face the next eleven alone.",
    },
  },
  leilani: {
    account: 10,
    token: {
      name: "Leilani Kahale",
      symbol: "LEI",
      motif: "kelp",
      open: true,
      about:
        "Marine biologist. I grow kelp as fodder and fertiliser, and I measure what it does to the water. The fields inland are my best customers.",
    },
  },
  noor: {
    account: 11,
    token: {
      name: "Noor Haddad",
      symbol: "NOOR",
      motif: "flask",
      open: true,
      about:
        "Soil chemist. I tell farmers what their ground lacks, and I am paid by the harvest that follows. My Field & Seed shares belong to my token.",
    },
  },
  samuel: {
    account: 12,
    token: {
      name: "Samuel Mensah",
      symbol: "SAM",
      motif: "paw",
      open: true,
      about:
        "Country vet. Half of my work is teaching people so that they need me less. Night School is the other half.",
    },
  },
  ingrid: {
    account: 13,
    token: {
      name: "Ingrid Aasen",
      symbol: "INGRID",
      motif: "book",
      open: false,
      about:
        "I write and translate books for children. I choose who owns a part of me, one by one. The first to ask were a weaver, a night school and a film maker.",
    },
  },
  rosa: {
    account: 14,
    token: {
      name: "Rosa Quispe",
      symbol: "ROSA",
      motif: "loom",
      open: true,
      about:
        "Weaver. Four months to a large cloth, one buyer, one payment. Mei and Ingrid keep other hours and other seasons, and that is the point.",
    },
  },
  kofi: { account: 15 },
  hana: { account: 16 },
} as const satisfies Record<string, CastMember>;
