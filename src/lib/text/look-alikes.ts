/** Left characters look like the right one in most fonts. Only what could pass for another script's letter; no linguistics. */
const pairs = [
  // Cyrillic
  ['АВСЕНІЈКМОРЅТУХԚԜӀҮ', 'abcehijkmopstyxqwly'],
  ['асеһіјкморѕтухԁԛԝӏвнү', 'acehijkmopstyxdqwlbhy'],
  // Greek: capitals and small letters look like different Latin letters
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'abezhikmnoptyx'],
  ['αικνορυτχη', 'aikvoputxn'],
  // Armenian
  ['օսոհցքզյՕՍ', 'ounhgpqjou'],
  // Latin letters of dictionaries and phonetics
  ['ıȷɑɡɩʀʏᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘᴛᴜᴠᴡᴢ', 'ijagiryabcdeghijklmnoptuvwz'],
  // Kana and Han
  ['ニロカタハヘートエオ', '二口力夕八へ一卜工才'],
  // Single jamo beside Latin letters
  ['\u1175\u1173\u110b\u11bc', 'l一oo'],
] as const

export const lookAlikes: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([left, right]) => {
    const to = [...right]
    return [...left].map((from, index): [string, string] => [from, to[index] ?? from])
  }),
)
