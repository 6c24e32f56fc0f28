/**
 * Names and abbreviations that people write and `Intl` does not know, as `country.ts` compares them. What may be several
 * countries has no code.
 */
export const OTHER_NAMES: Readonly<Record<string, string | undefined>> = {
  ...names('NL', 'holland', 'holanda', 'olanda', 'kingdom netherlands', 'koninkrijk nederlanden', 'ned'),
  ...names(
    'BE',
    'kingdom belgium',
    'koninkrijk belgie',
    'royaume belgique',
    'vlaanderen',
    'flanders',
    'wallonie',
  ),
  ...names(
    'DE',
    'federal republic germany',
    'bundesrepublik deutschland',
    'brd',
    'bondsrepubliek duitsland',
    'ger',
  ),
  ...names(
    'GB',
    'england',
    'engeland',
    'great britain',
    'groot brittannie',
    'britain',
    'vk',
    'scotland',
    'schotland',
  ),
  ...names(
    'GB',
    'wales',
    'northern ireland',
    'noord ierland',
    'united kingdom great britain northern ireland',
  ),
  ...names('US', 'usa', 'vs', 'america', 'amerika', 'united states america', 'verenigde staten amerika'),
  ...names('FR', 'french republic', 'republique francaise', 'franse republiek'),
  ...names('IE', 'eire', 'republic ireland', 'republiek ierland', 'irish republic'),
  ...names('LU', 'grand duchy luxembourg', 'groothertogdom luxemburg'),
  ...names('CZ', 'czech republic', 'tsjechische republiek'),
  ...names('SK', 'slovak republic', 'slowaakse republiek'),
  ...names('TR', 'turkey'),
  ...names('GR', 'el', 'hellas', 'hellenic republic'),
  ...names('CH', 'swiss confederation', 'zwitserse confederatie', 'helvetia'),
  ...names('RU', 'russian federation', 'russische federatie'),
  ...names('CN', 'prc', 'peoples republic china', 'volksrepubliek china'),
  ...names('HK', 'hong kong', 'hongkong'),
  ...names('MO', 'macau', 'macao'),
  ...names('KR', 'republic korea', 'rok'),
  ...names('AE', 'uae', 'vae', 'emirates', 'emiraten'),
  ...names('ZA', 'rsa', 'republic south africa'),
  ...names('MK', 'macedonia', 'macedonie'),
  ...names('CI', 'ivory coast', 'ivoorkust'),
  ...names('CV', 'cape verde', 'kaapverdie'),
  ...names('SZ', 'swaziland'),
  ...names('MM', 'burma', 'birma'),
  ...names('PS', 'palestine', 'palestina'),
  ...names('BA', 'bosnia', 'bosnie'),
  ...names('CD', 'drc', 'democratic republic congo', 'congo kinshasa'),
  ...names('CG', 'republic congo', 'congo brazzaville'),
  ...names(undefined, 'congo'),
};

function names(code: string | undefined, ...all: string[]): Record<string, string | undefined> {
  return Object.fromEntries(all.map((name) => [name, code]));
}

/** ISO 3166-1: each code of two letters with that of three. */
export const CODES_OF_THREE = `
  AFAFG ALALB DZDZA ASASM ADAND AOAGO AIAIA AQATA AGATG ARARG AMARM AWABW AUAUS ATAUT AZAZE BSBHS BHBHR
  BDBGD BBBRB BYBLR BEBEL BZBLZ BJBEN BMBMU BTBTN BOBOL BABIH BWBWA BVBVT BRBRA IOIOT BNBRN BGBGR BFBFA
  BIBDI KHKHM CMCMR CACAN CVCPV KYCYM CFCAF TDTCD CLCHL CNCHN CXCXR CCCCK COCOL KMCOM CGCOG CDCOD CKCOK
  CRCRI CICIV HRHRV CUCUB CYCYP CZCZE DKDNK DJDJI DMDMA DODOM ECECU EGEGY SVSLV GQGNQ ERERI EEEST ETETH
  FKFLK FOFRO FJFJI FIFIN FRFRA GFGUF PFPYF TFATF GAGAB GMGMB GEGEO DEDEU GHGHA GIGIB GRGRC GLGRL GDGRD
  GPGLP GUGUM GTGTM GNGIN GWGNB GYGUY HTHTI HMHMD VAVAT HNHND HKHKG HUHUN ISISL ININD IDIDN IRIRN IQIRQ
  IEIRL ILISR ITITA JMJAM JPJPN JOJOR KZKAZ KEKEN KIKIR KPPRK KRKOR KWKWT KGKGZ LALAO LVLVA LBLBN LSLSO
  LRLBR LYLBY LILIE LTLTU LULUX MOMAC MGMDG MWMWI MYMYS MVMDV MLMLI MTMLT MHMHL MQMTQ MRMRT MUMUS YTMYT
  MXMEX FMFSM MDMDA MCMCO MNMNG MSMSR MAMAR MZMOZ MMMMR NANAM NRNRU NPNPL NLNLD NCNCL NZNZL NINIC NENER
  NGNGA NUNIU NFNFK MPMNP MKMKD NONOR OMOMN PKPAK PWPLW PSPSE PAPAN PGPNG PYPRY PEPER PHPHL PNPCN PLPOL
  PTPRT PRPRI QAQAT REREU ROROU RURUS RWRWA SHSHN KNKNA LCLCA PMSPM VCVCT WSWSM SMSMR STSTP SASAU SNSEN
  SCSYC SLSLE SGSGP SKSVK SISVN SBSLB SOSOM ZAZAF GSSGS ESESP LKLKA SDSDN SRSUR SJSJM SZSWZ SESWE CHCHE
  SYSYR TWTWN TJTJK TZTZA THTHA TLTLS TGTGO TKTKL TOTON TTTTO TNTUN TRTUR TMTKM TCTCA TVTUV UGUGA UAUKR
  AEARE GBGBR USUSA UMUMI UYURY UZUZB VUVUT VEVEN VNVNM VGVGB VIVIR WFWLF EHESH YEYEM ZMZMB ZWZWE AXALA
  BQBES CWCUW GGGGY IMIMN JEJEY MEMNE BLBLM MFMAF RSSRB SXSXM SSSSD XKXKK`;
