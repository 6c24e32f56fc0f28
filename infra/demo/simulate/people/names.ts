/** Parts of invented names of people and companies. */
export const firstNames = [
  ...['Anouk', 'Bas', 'Chantal', 'Daan', 'Eline', 'Femke', 'Gijs', 'Hanna', 'Iris', 'Jasper', 'Karim'],
  ...['Lotte', 'Milan', 'Noor', 'Olaf', 'Puck', 'Quinten', 'Roos', 'Sven', 'Tess', 'Ugur', 'Vera'],
  ...['Wout', 'Yara', 'Zeno'],
] as [string, ...string[]];

export const lastNames = [
  ...['de Vries', 'Jansen', 'Bakker', 'Visser', 'Smit', 'Meijer', 'Mulder', 'Bos', 'Vos', 'Peters'],
  ...['Hendriks', 'van Leeuwen', 'Dekker', 'Brouwer', 'de Wit', 'Dijkstra', 'Kaya', 'van Dam'],
  ...['Prins', 'Huisman', 'Yilmaz'],
] as [string, ...string[]];

export const places = [
  ...['Noord', 'Zuiderzee', 'Molenhof', 'Duinzicht', 'Merwede', 'Veluwe', 'Waterland', 'Kempen', 'Lindehof'],
  ...['Havenkwartier', 'Zaanstreek', 'Biesbosch', 'Amstelland', 'Rijnmond'],
] as [string, ...string[]];

export const trades = [
  ...['Logistiek', 'Metaal', 'Software', 'Zorg', 'Installatie', 'Verpakking', 'Meubel', 'Energie', 'Advies'],
  ...['Techniek', 'Kantoor', 'Agro'],
] as [string, ...string[]];
