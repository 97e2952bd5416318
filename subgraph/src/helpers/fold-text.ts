/** What letters are looked for as, before the colon: letters with accents, ligatures, and those that only a stroke tells apart. */
const FOLDED: string[] = [
  "a:ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
  "ae:ÆæǢǣǼǽ",
  "b:ƀƁɃɓḂḃḄḅḆḇ",
  "c:ÇçĆćĈĉĊċČčḈḉ",
  "d:ÐðĎďĐđƉƊɖɗḊḋḌḍḎḏḐḑḒḓ",
  "dz:ǄǅǆǱǲǳ",
  "e:ÈÉÊËèéêëĒēĔĕĖėĘęĚěƐȄȅȆȇȨȩɛḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
  "f:Ḟḟ",
  "g:ĜĝĞğĠġĢģǦǧǴǵḠḡ",
  "h:ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ",
  "i:ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị",
  "ij:Ĳĳ",
  "j:Ĵĵǰ",
  "k:ĶķĸƘƙǨǩḰḱḲḳḴḵ",
  "l:ĹĺĻļĽľĿŀŁłḶḷḸḹḺḻḼḽ",
  "lj:Ǉǈǉ",
  "m:ḾḿṀṁṂṃ",
  "n:ÑñŃńŅņŇňŉŊŋǸǹṄṅṆṇṈṉṊṋ",
  "nj:Ǌǋǌ",
  "o:ÒÓÔÕÖØòóôõöøŌōŎŏŐőƆƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱɔṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ",
  "oe:Œœ",
  "p:ṔṕṖṗ",
  "r:ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
  "s:ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ",
  "ss:ßẞ",
  "t:ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ",
  "th:Þþ",
  "u:ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
  "v:ṼṽṾṿ",
  "w:ŴŵẀẁẂẃẄẅẆẇẈẉẘ",
  "x:ẊẋẌẍ",
  "y:ÝýÿŶŷŸƳƴȲȳẎẏẙỲỳỴỵỶỷỸỹ",
  "z:ŹźŻżŽžƵƶẐẑẒẓẔẕ",
  "ʒ:Ǯǯ",
  "α:Άά",
  "ε:Έέ",
  "η:Ήή",
  "ι:ΊΐΪίϊ",
  "ο:Όό",
  "σ:ς",
  "υ:ΎΫΰϋύ",
  "ω:Ώώ",
  "ϒ:ϓϔ",
  "а:ӐӑӒӓ",
  "г:Ѓѓ",
  "е:ЀЁѐёӖӗ",
  "ж:ӁӂӜӝ",
  "з:Ӟӟ",
  "и:ЍЙйѝӢӣӤӥ",
  "к:Ќќ",
  "о:Ӧӧ",
  "у:ЎўӮӯӰӱӲӳ",
  "ч:Ӵӵ",
  "ы:Ӹӹ",
  "э:Ӭӭ",
  "і:Її",
  "ѵ:Ѷѷ",
  "ә:Ӛӛ",
  "ө:Ӫӫ",
];

const SPACE: i32 = 0x20;
const ASCII_END: i32 = 0x80;
/** From a character in full width to the usual one. */
const TO_USUAL_WIDTH: i32 = 0xfee0;

/**
 * What a text is looked for as, so that “ilic” finds Ilić and “lodz” finds Łódź: Latin, Greek, Cyrillic and Armenian letters
 * small and without accents, ligatures as their letters, full width as usual width, every space as the usual one, nothing
 * that is not seen. All else stays. The dApp folds what is typed by the same rule.
 */
export function foldText(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isUnseen(code)) continue;
    folded += isSpace(code) ? " " : foldLetter(isFullWidth(code) ? code - TO_USUAL_WIDTH : code);
  }
  return folded;
}

function foldLetter(code: i32): string {
  const letter = String.fromCharCode(code);
  if (code < ASCII_END) return letter.toLowerCase();
  if (!isLetter(code)) return letter;
  for (let i = 0; i < FOLDED.length; i++) {
    const colon = FOLDED[i].indexOf(":");
    if (FOLDED[i].indexOf(letter, colon) > 0) return FOLDED[i].slice(0, colon);
  }
  return letter.toLowerCase();
}

/** Latin, Greek, Cyrillic and Armenian letters beyond ASCII. */
function isLetter(code: i32): bool {
  const isGreekToArmenian = code == 0x386 || within(code, 0x388, 0x58f);
  return within(code, 0xc0, 0x2af) || isGreekToArmenian || within(code, 0x1e00, 0x1eff);
}

/** Marks on letters, controls, soft hyphens, joiners, direction marks, variation selectors. */
function isUnseen(code: i32): bool {
  if (code < 0x300) return code < SPACE || within(code, 0x7f, 0x9f) || code == 0xad;
  if (code < 0x2000) return code <= 0x36f;
  if (code < 0x2070) return within(code, 0x200b, 0x200f) || within(code, 0x2028, 0x202e) || code >= 0x2060;
  return within(code, 0xfe00, 0xfe0f) || code == 0xfeff;
}

function isSpace(code: i32): bool {
  return code == 0xa0 || within(code, 0x2000, 0x200a) || code == 0x202f || code == 0x205f || code == 0x3000;
}

function isFullWidth(code: i32): bool {
  return within(code, 0xff01, 0xff5e);
}

function within(code: i32, first: i32, last: i32): bool {
  return code >= first && code <= last;
}
