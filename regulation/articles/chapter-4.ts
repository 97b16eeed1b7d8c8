import { peoplesOrganisations, type Bearer } from '../bearers.ts'
import type { Chapter } from '../duty.ts'
import { continuous, regularly, voluntary } from './periods.ts'

// Art. 42.1 names them together.
const organisers: readonly Bearer[] = ['county-government', 'township', ...(Object.keys(peoplesOrganisations) as Bearer[])]

export const chapter4: Chapter = {
  number: 4,
  title: { zh: '基层服务', en: 'Services' },
  articles: [
    {
      number: 37,
      title: { zh: '公共服务体系', en: 'Public services' },
      gist: {
        zh: '市、县、乡与社区衔接，推进社保、卫生、文教体、法律等公共服务；鼓励各方开展养老、托幼等服务。',
        en: 'City, county and township join up with communities in social security, health, culture, education and more; others are encouraged to offer care, childcare and the like.',
      },
      duties: [
        {
          id: '37.1-1', basis: '37.1', force: 'must', bearer: ['city-government', 'county-government', 'township'],
          action: { zh: '把本级工作与社区工作衔接好', en: 'Join its own work up with that of communities' },
          period: continuous,
          evidence: { zh: '与社区衔接的服务目录', en: 'The directory of services joined up with communities' },
          procedures: ['service', 'service-request'],
        },
        {
          id: '37.1-2', basis: '37.1', force: 'must', bearer: ['city-government', 'county-government', 'township'],
          action: { zh: '在社区推进社保、卫生、文化、教育、体育、法律、人口等公共服务', en: 'Bring social security, health, culture, education, sport, legal and population services to communities' },
          period: continuous,
          evidence: { zh: '各类服务的提供、预约和评价', en: 'Services offered, booked and rated, by kind' },
          procedures: ['service', 'service-request'],
        },
        {
          id: '37.2-1', basis: '37.2', force: 'encouraged', bearer: ['village-committee', 'property-firm', 'social-organisation'],
          action: {
            zh: '为居民提供养老、托幼、护理、家政、文化健身、培训、废品回收等服务',
            en: 'Offer residents care, childcare, nursing, housekeeping, culture and fitness, training, recycling and the like',
          },
          period: voluntary,
          evidence: { zh: '服务名册中的提供者和服务量', en: 'Providers in the register and what they delivered' },
          procedures: ['service', 'service-request'],
        },
      ],
    },
    {
      number: 38,
      title: { zh: '服务供给', en: 'How services are provided' },
      gist: {
        zh: '县里不断优化社区服务配置，以购买、民办、合作、志愿、捐助等方式供给。',
        en: 'The county keeps improving how services are spread, by purchase, private operation, partnership, volunteers and donations.',
      },
      duties: [
        {
          id: '38-1', basis: '38', force: 'must', bearer: ['county-government'],
          action: { zh: '不断优化社区服务的布局', en: 'Keep improving how services are spread among communities' },
          period: continuous,
          evidence: { zh: '服务覆盖情况及变化', en: 'Coverage of services and how it changes' },
          procedures: ['service'],
        },
        {
          id: '38-2', basis: '38', force: 'must', bearer: ['county-government'],
          action: {
            zh: '以政府购买、公建民营、民办公助、合作、志愿和捐助等途径提供方便高效的服务',
            en: 'Provide handy and efficient services by purchase, private operation of public premises, public aid to private ones, partnership, volunteers and donations',
          },
          period: continuous,
          evidence: { zh: '购买的需求、招标、合同和验收；捐赠的去向', en: 'Purchases from need to tender, contract and acceptance; donations traced to use' },
          procedures: ['service-purchase', 'donation', 'volunteer-activity'],
        },
      ],
    },
    {
      number: 39,
      title: { zh: '居民组织与驻区单位', en: 'Residents’ groups and resident units' },
      gist: {
        zh: '居民可依法组建社会组织、自发开展服务活动；驻社区单位支持配合社区服务。',
        en: 'Residents may form organisations by law and run activities of their own; units in the community support its services.',
      },
      duties: [
        {
          id: '39.1-1', basis: '39.1', force: 'may', bearer: ['resident'],
          action: { zh: '依法成立维权、文体、教育培训等组织，参与社区服务', en: 'Form organisations by law, for rights, culture, sport or training, and take part in community services' },
          period: voluntary,
          evidence: { zh: '登记的组织及其活动', en: 'Registered organisations and their activities' },
          procedures: ['organisation', 'group'],
        },
        {
          id: '39.2-1', basis: '39.2', force: 'may', bearer: ['resident'],
          action: { zh: '按爱好和特长自行组织学习、健身、厨艺、园艺等活动', en: 'Run learning, fitness, cooking, gardening and other activities by interest and skill' },
          period: voluntary,
          evidence: { zh: '兴趣小组及场地使用', en: 'Interest groups and their use of rooms' },
          procedures: ['group', 'facility'],
        },
        {
          id: '39.3-1', basis: '39.3', force: 'must', bearer: ['unit'],
          action: { zh: '发挥本单位所长，支持和配合所在社区的服务', en: 'Use what the unit is good at to support and help the services of its community' },
          period: continuous,
          evidence: { zh: '驻区单位提供的资源和参加的服务', en: 'What resident units offered and took part in' },
          procedures: ['joint-action', 'organisation'],
        },
      ],
    },
    {
      number: 40,
      title: { zh: '特殊困难群体', en: 'People in need' },
      gist: {
        zh: '民政等部门关爱老年人、困难群众、残疾人和留守儿童，完善养老设施；社区主动联系帮扶，办好微心愿。',
        en: 'Civil affairs and other departments care for the elderly, the poor, the disabled and left-behind children; communities reach out and grant small wishes.',
      },
      duties: [
        {
          id: '40.1-1', basis: '40.1', force: 'must', bearer: ['civil-affairs', 'city-departments', 'county-departments'], at: ['city', 'county'],
          action: { zh: '照护社区里的老人、低保和特困人员、残疾人、留守儿童等', en: 'Care for the elderly, those on low income or in extreme hardship, the disabled and left-behind children' },
          period: continuous,
          evidence: { zh: '探访计划、完成和逾期探访', en: 'Visits planned, made and overdue' },
          procedures: ['care-file', 'care-visit'],
        },
        {
          id: '40.1-2', basis: '40.1', force: 'must', bearer: ['civil-affairs', 'city-departments', 'county-departments'], at: ['city', 'county'],
          action: { zh: '结合实际完善社区养老等设施', en: 'Improve care facilities for the elderly and others in communities, as conditions allow' },
          period: continuous,
          evidence: { zh: '养老设施名册', en: 'Care facilities on the roll' },
          procedures: ['facility'],
        },
        {
          id: '40.1-3', basis: '40.1', force: 'must', bearer: ['civil-affairs', 'city-departments', 'county-departments'], at: ['city', 'county'],
          action: { zh: '让服务规范、对路', en: 'See that services follow a standard and fit the need' },
          period: continuous,
          evidence: { zh: '需求与服务的对应及评价', en: 'Needs matched with services, and ratings' },
          procedures: ['care-file', 'service-request'],
        },
        {
          id: '40.2-1', basis: '40.2', force: 'must', bearer: ['community'],
          action: { zh: '建立联系群众、主动帮扶的机制', en: 'Set up ways to keep in touch with people and help unasked' },
          period: continuous,
          evidence: { zh: '主动走访和发现的需求', en: 'Visits made unasked and needs found' },
          procedures: ['care-visit', 'visit'],
        },
        {
          id: '40.2-2', basis: '40.2', force: 'must', bearer: ['community'],
          action: { zh: '引导各方认领微心愿、上门慰问，服务困难群体', en: 'Lead others to take up small wishes and call on those in need' },
          period: continuous,
          evidence: { zh: '微心愿的发布（隐去身份）、认领、送达和确认', en: 'Wishes published without identity, claimed, delivered, confirmed' },
          procedures: ['wish', 'care-visit'],
        },
      ],
    },
    {
      number: 41,
      title: { zh: '社区医疗卫生', en: 'Community health' },
      gist: {
        zh: '县里健全社区医疗卫生体系，建立人力资源库，组织医务人员定期下社区，方便居民看病和心理咨询。',
        en: 'The county keeps up community health care, pools health staff and sends them to communities in turn, so that medical and mental health care is near.',
      },
      duties: [
        {
          id: '41-1', basis: '41', force: 'must', bearer: ['county-government', 'health'], at: ['county'],
          action: { zh: '健全社区医疗卫生服务体系', en: 'Keep up the system of community health care' },
          period: continuous,
          evidence: { zh: '卫生站点和服务覆盖', en: 'Health stations and coverage' },
          procedures: ['facility', 'clinic'],
        },
        {
          id: '41-2', basis: '41', force: 'must', bearer: ['county-government', 'health'], at: ['county'],
          action: { zh: '建立专兼职卫生人员库，统筹区域卫生人力', en: 'Pool full-time and part-time health staff of the area' },
          period: continuous,
          evidence: { zh: '卫生人员库名册', en: 'The pool of health staff' },
          procedures: ['health-staff'],
        },
        {
          id: '41-3', basis: '41', force: 'must', bearer: ['county-government', 'health'], at: ['county'],
          action: { zh: '安排公立医院、防保机构和乡镇卫生院定期到社区巡诊坐诊', en: 'Have public hospitals, prevention bodies and township clinics come to communities in turn' },
          period: regularly,
          evidence: { zh: '按村居排定、预约和举办的门诊', en: 'Clinics scheduled by village, booked and held' },
          procedures: ['clinic', 'health-staff'],
        },
        {
          id: '41-4', basis: '41', force: 'must', bearer: ['county-government', 'health'], at: ['county'],
          action: { zh: '让居民就近得到医疗和心理服务', en: 'Give residents medical and mental health care close by' },
          period: continuous,
          evidence: { zh: '心理咨询和门诊的服务量', en: 'Counselling and clinics delivered' },
          procedures: ['clinic'],
        },
      ],
    },
    {
      number: 42,
      title: { zh: '志愿服务', en: 'Volunteers' },
      gist: {
        zh: '县乡和人民团体建设志愿队伍，定期培训，促进参与，表彰突出者；村居可搭建志愿平台。',
        en: 'County, township and people’s organisations build up volunteers, train them regularly, give them work and honour the best; villages may offer a platform.',
      },
      duties: [
        {
          id: '42.1-1', basis: '42.1', force: 'must', bearer: organisers,
          action: { zh: '建设志愿者队伍', en: 'Build up teams of volunteers' },
          period: continuous,
          evidence: { zh: '志愿者和队伍名册', en: 'The register of volunteers and teams' },
          procedures: ['volunteer'],
        },
        {
          id: '42.1-2', basis: '42.1', force: 'must', bearer: organisers,
          action: { zh: '定期培训志愿者的理念和技能', en: 'Train volunteers regularly, in spirit and skill' },
          period: regularly,
          evidence: { zh: '培训场次和课时', en: 'Training sessions and hours' },
          procedures: ['training', 'volunteer'],
        },
        {
          id: '42.1-3', basis: '42.1', force: 'must', bearer: organisers,
          action: {
            zh: '推动志愿者参与社区事务、法律咨询、生活服务、照护、应急和巡防',
            en: 'Bring volunteers into community work, legal advice, daily help, care, emergencies and patrols',
          },
          period: continuous,
          evidence: { zh: '志愿活动的报名、签到和工时', en: 'Activities: signed up, checked in, hours posted' },
          procedures: ['volunteer-activity', 'hours'],
        },
        {
          id: '42.1-4', basis: '42.1', force: 'must', bearer: organisers,
          action: { zh: '评价长期且优质服务的志愿者，给予荣誉和回馈', en: 'Evaluate volunteers who served long and well, and give them honours and rewards' },
          period: regularly,
          evidence: { zh: '服务评价、证明和荣誉（经本人同意方公开）', en: 'Evaluations, certificates and honours, shown with consent only' },
          procedures: ['volunteer', 'hours', 'honour'],
        },
        {
          id: '42.2-1', basis: '42.2', force: 'may', bearer: ['village-committee'],
          action: { zh: '利用社区设施搭建志愿平台、开展活动', en: 'Use community premises as a platform for volunteers and run activities' },
          period: voluntary,
          evidence: { zh: '村居发起的志愿活动', en: 'Volunteer activities called by the committee' },
          procedures: ['volunteer-activity', 'facility'],
        },
      ],
    },
  ],
}
