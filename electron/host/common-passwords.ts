/**
 * Passwords that are tried first: worldwide lists, and what people here type: words and names in Kazakh and Russian,
 * Russian words on the Latin layout, towns, years. Lower case; shorter ones than the minimum need no entry.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  12345678 123456789 1234567890 0123456789 87654321 987654321 11111111 111111111 00000000 12341234 12344321 11223344
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 123qwe123 123qweasd 1234qwer 12345qwert 123456qwerty qwerty123 qwerty12 qwerty1234
  qwerty12345 qwertyui qwertyuiop qwerty321 q1w2e3r4 q1w2e3r4t5 qazwsxedc qazxswedc zaq12wsx zxcvbnm1 zxcvbnm123
  asdfghjk asdfghjkl asdfasdf asdf1234 a1234567 a12345678 aa123456 aa12345678 abc12345 abcd1234 abcdefgh abcdefg1
  password password1 password12 password123 passw0rd p@ssw0rd p@ssword pa$$word pa$$w0rd welcome1 welcome123 admin123
  admin1234 admin12345 administrator adminadmin root1234 user1234 test1234 testtest iloveyou iloveyou1 sunshine
  princess football baseball superman batman123 starwars michael1 computer internet samsung1 trustno1 whatever
  letmein1 letmein123 changeme changeme1 default1 google123 facebook instagram whatsapp dragon123 monkey123 master123
  shadow123 killer123 lovelove jordan23 1029384756 qwerasdf qweasdzxc qweqweqwe 1qazxsw2 147258369 123123123
  112233445566 77777777 88888888 99999999 55555555 66666666 22222222 33333333 44444444 12121212 10203040 13579135
  24682468 19871987 19901990 20002000 20202020 20212021 20222022 20232023 20242024 20252025 20262026 01011990 01012000
  31121999 пароль12 пароль123 пароль1234 парольпароль йцукенгш йцукенгшщз йцукенгшщзх йцукен12 йцукен123 йцукен1234
  фывапролд фывапрол ячсмитьбю привет12 привет123 приветик люблютебя солнышко зайчонок котенок1 александр александра
  анастасия екатерина наталья1 татьяна1 светлана максимка владимир владислав вячеслав казахстан казахстан1 алматы123
  астана123 россия123 спартак1 спартак123 футбол123 администратор админ123 работник специалист директор заведующая
  интернат соцзащита социальный социальнаяслужба gfhjkm12 gfhjkm123 gfhjkmgfhjkm ghbdtn12 ghbdtn123 k.,jdm123
  yfnfif123 vfhbyf123 fktrcfylh cdtnkfyf rfpf[cnfy құпиясөз құпиясөз1 құпия123 қазақстан қазақстан1 қазақстан123
  алматы2020 астана2020 нұрсұлтан шымкент1 шымкент123 қарағанды ақтөбе123 ассалаумағалейкум сәлеметсіз сәлем123
  рахмет123 махаббат жаным123 менсенісүйем менсенісүйемін балапаным қарлығаш әлеуметтік әлеуметтікқызмет мамандар
  басқарма тірек123 тірек1234 тірексистем kazakhstan kazahstan kazakhstan1 kazahstan1 kazakhstan123 qazaqstan
  qazaqstan1 qazaqstan123 almaty123 almaty2020 almaty2024 astana123 astana2020 astana2024 nursultan shymkent shymkent1
  shymkent123 karaganda karagandy aktobe123 atyrau123 pavlodar kostanay kokshetau salem123 rahmet123 assalaumagaleikum
  zhanym123 mahabbat zhuldyz1 aigerim1 nurlan123 daniyar1 ainur123 sultan123 kairat123 kazakh123 kaznet123 kaspi123
  kaspikz1 halyk123 tirek123 tirek1234 tirek12345 tirektirek privet123 parol123 parol1234 parolparol natasha1
  nastya123 sergey123 andrey123 dmitriy1 aleksandr vladimir vladislav svetlana ekaterina anastasia marina123 solnyshko
  lubimaya
  `
    .trim()
    .split(/\s+/),
);
