/**
 * The commonest that have eight letters or more, lower case: of world-wide leaks, and Korean words typed on a Latin keyboard
 * (`dkssudgktpdy` is 안녕하세요). Runs and repetitions are found by rule, not by list.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa55word iloveyou iloveyou1 iloveyou2 sunshine
  princess football football1 baseball baseball1 superman superman1 batman123 trustno1 welcome1 welcome123 letmein1 letmein123
  whatever starwars pokemon1 computer internet samsung1 samsung123 master123 admin123 admin1234 administrator changeme changeme1
  default1 dragon123 monkey123 shadow123 michael1 jennifer jordan23 michelle charlie1 ashley123 nicole123 daniel123 hello123 hello1234
  hellohello freedom1 secret123 test1234 testtest guest123 abc12345 abcd1234 abcd12345 abcde12345 a1234567 a12345678 a123456789
  aa123456 aa12345678 aaaa1111 asd12345 asdf1234 asdfasdf asdfqwer asdfghjk asdfghjkl asdfzxcv zxcvbnm1 zxcvbnm123 zxcv1234 qwer1234
  qwer12345 qwer123456 qwerqwer qwerasdf qwerasdfzxcv qwert12345 qwert123 qwerty12 qwerty123 qwerty1234 qwerty12345 qwertyui qwertyuiop
  qazwsx123 qazwsxedc 1q2w3e4r 1q2w3e4r! 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1
  1234qwer 1234qwer! 12345qwert 123qweasd 123qweasdzxc 1234abcd 123456abc 123456789a 12345678a 1234567a 0987654321 987654321
  11223344 112233445566 123123123 123321123 12341234 1234512345 123654789 147258369 159753456 741852963 789456123 102030405060
  01012345678 01000000000 19900101 19880808 20002000 20202020 88888888 gkstmddl rlaalsgml dkssudgktpdy dkssudgktpdy1 dkssudgktpdy!
  dkssud123 dkssud1234 tkfkdgody tkfkdgo1 tkfkdgo123 tkfkdgo12 tkfkdgo1004 qlalfqjsgh qlalfqjsgh1 qlalfqjsgh! rhksflwk rhksflwk1
  dnsduddyd eogksalsrnr eogksalsrnr1 eogksalsrnr! akffksl1 rkskekfk rkskekfk1 rkskekfkakqktk rkatkgkqslek whdmsgkfn ghkdlxld ghkdlxld1
  ghkdlxld! dkdlfjqmdb tkaqhrzkqn skfk1234 clsrnemf qkrwldnjs rlatlsxo dltmdgus alswjd12 dlfrhqqnfur tjdnfgksrnr cjstk1004 angel1004
  love1004 korea123 korea2002 korea1234 seoul123 seoul1988 hangul123 naver123 daumdaum kakao123 kakaotalk lineline melon123 madang123
  가나다라마바사아 안녕하세요여러분 대한민국대한민국`.split(/\s+/),
)
