import { matches, type Detector } from './identifier';

/**
 * Full UK postcodes (BS 7666, Royal Mail PAF): area, district, sector, unit, with at most two spaces or none.
 *
 * Is: `LS1 4AP`, `sw1a1aa`, also GIR 0AA.
 * Is not: a district alone (LS1); ODS codes (A81001, Y12345); form and standard names (GMS1, FP69, BS10008); ordinals
 * ("step B1 2nd"); letters that no unit has (C I K M O V) or areas that do not exist.
 */
export const postcode: Detector = {
  kind: 'postcode',
  find: (text) => matches(text, POSTCODE).filter(({ start, end }) => !ORDINAL.test(text.slice(start, end))),
};

const AREAS = [
  'AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX',
  'FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP',
  'NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA',
  'WC|WD|WF|WN|WR|WS|WV|YO|ZE',
].join('|');
const POSTCODE = new RegExp(
  String.raw`\b(?:(?:${AREAS})[0-9][0-9a-z]? {0,2}[0-9]|gir {0,2}0)[abd-hjlnp-uw-z]{2}\b`,
  'gi',
);
const ORDINAL = /(?:1st|2nd|3rd|[04-9]th)$/;
