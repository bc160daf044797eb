/**
 * Given names and family names that are common in England, in small letters. They only help where the wording alone does
 * not show a name: a list can never hold all names, and nothing hangs on completeness.
 */
export const GIVEN_NAMES = setOf(`
  aaron abena abigail ada adam adrian agnes agnieszka ahmad ahmed aisha alan albert alex alexander alfie
  alfred ali alice alison amanda amara amelia amina amit amy ana andrea andrei andrew andrzej angela
  angharad anil anita ann anna anne annette anthony antonio aoife archie arjun arnold arthur audrey
  ayesha balvinder barbara barry ben benjamin bernard bert beryl beth bethan betty beverley bilal brenda
  brian bridget callum carl carlos caroline carys catherine charles charlie charlotte cheryl chinedu
  chloe chris christine christopher ciara claire clare clifford colin connor cormac craig cynthia cyril
  dafydd daniel danielle darren dave david debbie deborah deepak denise dennis derek diana diane dmitri
  donald donna doreen doris dorothy douglas duncan dylan edith edna edward eileen elaine eleanor elena
  elizabeth ella ellen elsie emily emma eoin eric erin ernest ethan ethel eva evelyn evie ewa fatima
  fiona folake frances francis freddie frederick gareth gary gemma geoffrey gerald gethin gillian gladys
  gloria gordon graham grainne gurpreet gwen gwyneth hamza hannah harold harpreet harriet harry hassan
  helen henry herbert hilary hilda horace howard hugh huw ian ibrahim ieuan imran irene isabella isla
  jacob jacqueline jake james jamie jane janet janice jason jaspreet jayne jeffrey jennifer jenny jeremy
  jerzy jessica jill jim joan joanna joanne joe john jon jonathan joseph josephine joshua joyce judith
  julia julian julie karen katarzyna kate katherine kathleen katie kavita keith kelly kenneth kerry
  kevin khadija khalid kieran kimberley kirsty kofi krzysztof kwame kyle lakshmi laura lauren leah
  leanne leon leonard lesley leslie lewis liam linda lisa liz lorraine louis louise lucas lucy luke lynn
  lynne mabel maciej magdalena malcolm malgorzata manjit marek margaret maria marie marion marjorie
  martin mary maryam matt matthew maureen maurice mavis meena megan melanie melissa mia michael michelle
  mihai mike mildred mohamad mohamed mohammad mohammed molly monica muhammad muriel nadia nancy naomi
  natalie natasha nathan naveed neha neil nellie ngozi niall niamh nicholas nicola nigel noah nora norma
  norman oisin oksana olga oliver olivia oluwaseun orla oscar owen padraig pamela patricia patrick paul
  paula pauline pawel peggy percy peter phil philip philippa phillip phoebe phyllis piotr pooja priya
  rachel rahul rajesh ralph ramesh rashid raymond rebecca reginald rhian rhys richard rita robert ronald
  rosemary ross roy rukhsana russell ruth ryan saeed sally sam samantha samina samuel sandra sanjay
  sanjeev sara sarah sean shabana sharon sheila shirley sian sidney simon sinead siobhan sofia sophia
  sophie stacey stanley stella stephanie stephen steve steven stewart stuart sunil sunita suresh susan
  suzanne svetlana sybil sylvia tanya tariq terence teresa terry thelma theresa thomas tim timothy tina
  toby tom tomasz tony tracey tracy trevor tunde umar usman valerie vera veronica victor vijay vincent
  walter wayne wendy wilfred william winifred wojciech yasmin yetunde yusra yusuf yvonne zahra zainab
  zara zaynab zoe
`);

/** Given names that are everyday words or places too: only believed before a family name of the list. */
export const DOUBTFUL_GIVEN_NAMES = setOf(`
  alexandra april ashley bill bob carol christian daisy dale dawn dean dominic drew faith florence frank
  gene george glenn grace grant guy hazel heather holly hope ivy jack jade jan jasmine jean jordan jose
  josh joy june kay ken kim lance lee lily mark max may miles nick noel pat pearl penny ray rob robin
  roger rose rosie ruby scott sue summer victoria will
`);

export const FAMILY_NAMES = setOf(`
  adams ahmed akhtar ali allen anderson andrews atkinson barnes begum bennett bradley burton campbell
  clark clarke cole collins cox davies davis dawson dixon doyle edwards elliott ellis evans fletcher
  gibson gill gordon graham griffiths hamilton harris harrison harvey holmes howard hudson hughes
  hussain iqbal jackson jenkins johnson johnston jones kaur kelly kennedy khan kowalska kowalski
  lawrence lawson lewis macdonald martin matthews mcdonald mitchell mohamed moore morgan morris murphy
  murray nguyen nowak o'brien o'connor o'neill patel payne pearson perera phillips pollard powell rahman
  reid reynolds richards richardson roberts robertson robinson rogers ross russell ryan saunders scott
  shah sharma shaw simpson singh smith spencer stevens stewart sullivan taylor thomas thompson thomson
  wagner walsh watson watts wilkinson williams williamson wilson
`);

/** Family names that are everyday words too: only believed with a capital, or after a given name of the list. */
export const DOUBTFUL_FAMILY_NAMES = setOf(`
  bailey baker barker bell booth brooks brown butler carr carter chapman cook cooper fisher ford foster
  fox grant gray green hall harper hart hill hunt hunter king knight lloyd marshall mason miller mills
  owen palmer parker perry price read rose stone turner walker ward webb wells west white wood woods
  wright young
`);

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
