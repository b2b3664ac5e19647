### Suche in der Liste der Körperteile; nur in dieser Sprache, Englisch hat eigene Regeln.

# Wörter, die keinen Körperteil nennen, durch Leerzeichen getrennt.
search-passed = links rechts linke linker linkes linken rechte rechter rechtes rechten mein meine meinem meiner der die das den dem des am an im in auf beide beiden seite schmerz schmerzen tut weh wehtut
# Andere Namen: "gesagt: gemeint", durch Strichpunkte getrennt; "/" heißt oder.
search-means = po: gesäß; popo: gesäß; hintern: gesäß; pobacke: gesäß; kreuz: unterer rücken; lende: unterer rücken; lws: unterer rücken; bws: oberer rücken; hws: nacken; genick: nacken; ellenbogen: ellbogen; zeh: zehe; füße: fuß; hände: hand; beine: bein; arme: arm; augen: auge; ohren: ohr; knöchel: innenknöchel/außenknöchel; fußgelenk: sprunggelenk; steiß: steißbein; schritt: leiste; kopfweh: kopf; kopfschmerzen: kopf; bauchweh: bauch; bauchschmerzen: bauch; rückenschmerzen: rücken; magen: oberbauch; nabel: bauchnabel; ischias: gesäß/rückseite oberschenkels/wade; kehle: halses; zahn: zähne; zahnschmerzen: zähne; finger: finger/zeigefinger/mittelfinger/ringfinger; flanke: taille
