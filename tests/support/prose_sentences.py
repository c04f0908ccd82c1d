"""
Sentences in the manner of real reports.

``{new}`` is a figure above nought, ``{all_}`` one that is stated of no cell, and ``<new>`` marks what is denied.
"""

from __future__ import annotations

from typing import Final

RECEIVED: Final = [
    "2024年，我单位共收到政府信息公开申请{new}件。",
    "全年新收政府信息公开申请{new}件，上年结转{over}件，办结{done}件，结转下年度继续办理{forward}件。",
    "本年度收到依申请公开{new}件，其中网络申请{online}件、信函申请{mail}件。",
    "收到申请{new}件，其中网上提交{online}件、邮寄{mail}件，上年结转{over}件，办结{done}件。",
    "共受理政府信息公开申请{all}件（含上年结转{over}件）。",
    "全年共办理政府信息公开申请{all_}件，其中新收{new}件、上年结转{over}件。",
    "线上收到申请{online}件，线下收到申请{mail}件，共计{new}件。",
    "通过网站收到政府信息公开申请{online}件，通过信函收到{mail}件，合计{new}件。",
    "收到政府信息公开申请{new}件，较上年减少{less}件。",
    "去年收到申请{last}件，今年收到申请{new}件。",
    "2024年以来，共收到公民、法人和其他组织提出的政府信息公开申请{new}件。",
    "一年来，共受理群众政府信息公开申请{new}件，主要涉及征地拆迁、社会保障等方面。",
    "截至2024年12月31日，收到政府信息公开申请{new}件，同比增长12%。",
    "收到申请{new}件，加上上年结转{over}件，共计{all}件，办结{done}件。",
    "1-12月，新收申请{new}件，结转上年申请{over}件。",
    "全年政府信息公开申请{new}件，均已按规定办理。",
    "依申请公开{new}件，均在法定期限内答复。",
    "本年度受理依申请政府信息公开事项{new}件。",
    "收到政府信息公开申请{new}份，其中当面申请{online}份、网上申请{mail}份。",
    "2024年度未收到政府信息公开申请。<new>",
    "本机关2024年没有收到公民、法人或其他组织的政府信息公开申请。<new>",
    "依申请公开情况：零申请。<new>",
    "我单位共登记政府信息公开申请，全年收到{new}件。",
    "收到政府信息公开申请{new}件，申请内容集中在规划审批、行政执法、财政资金等领域，均由专人登记办理。",
    "依申请公开方面，全年接收{new}件，全部按程序办理。",
]
OUTCOMES: Final = [
    "从办理结果看，予以公开{granted}件，部分公开{partly}件，不予公开{refused}件，无法提供{lacking}件。",
    "经审查，予以公开{granted}件，占比较高；不予公开{refused}件；不予处理{unprocessed}件；其他处理{other}件。",
    "答复申请{done}件，其中予以公开{granted}件、部分公开{partly}件、无法提供{lacking}件。",
    "全年办结政府信息公开申请{done}件，其中按时办结{in_time}件，延期办结{late}件。",
    "办结{done}件，办结率100%，其中同意公开{granted}件、不同意公开{refused}件。",
    "对收到的政府信息公开申请，依法答复{done}件，因本机关不掌握无法提供{lacking}件。",
    "因重复申请等原因不予处理{unprocessed}件，作其他处理{other}件。",
    "申请办理情况：公开{granted}件，部分公开{partly}件，不予公开{refused}件。",
    "另有{forward}件申请因未到期结转下年度办理。",
    "{forward}件申请转入2025年继续办理，其余均已答复。",
    "年内共答复政府信息公开申请{done}件，结转下一年度{forward}件。",
    "不予公开的{refused}件，均已说明理由和依据。",
    "区分处理、部分公开{partly}件，其他处理{other}件。",
    "没有结转下年度办理的申请。<forward>",
    "依法依规答复政府信息公开申请{done}件，答复率100%。",
    "无不予公开情形。<refused>",
    "其中，予以公开的{granted}件、无法提供的{lacking}件，其余按规定作出处理。",
]
CASES: Final = [
    "因政府信息公开被申请行政复议{reviews}件，结果维持{upheld}件，结果纠正{corrected}件。",
    "因政府信息公开引发行政复议{reviews}件、行政诉讼{suits}件。",
    "全年未发生因政府信息公开引起的行政复议、行政诉讼。<reviews><suits>",
    "无政府信息公开行政复议、行政诉讼案件。<reviews><suits>",
    "被提起行政诉讼{suits}件，未发生行政复议。<reviews>",
    "政府信息公开行政复议{reviews}件，其中维持{upheld}件；行政诉讼{suits}件，其中尚未审结{suits_pending}件。",
    "未经复议直接起诉{direct}件，复议后起诉{after}件。",
    "涉及政府信息公开的行政复议{reviews}起，行政诉讼{suits}起。",
    "办理各类行政复议应诉事项{last}件，其中因政府信息公开被申请行政复议{reviews}件。",
    "发生{reviews}件有关政府信息公开的行政复议案件。",
    "行政复议、行政诉讼均为0件。<reviews><suits>",
    "因政府信息公开引发的行政诉讼{suits}件，维持{suits_upheld}件。",
]
DISCLOSED: Final = [
    "全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
    "新出台规范性文件{issued}件，现行有效的规范性文件共{in_force}件。",
    "印发《示例管理办法》等规范性文件{issued}件，废止规范性文件{repealed}件。",
    "本年未制发规范性文件。<issued>",
    "新制定规范性文件2件，修改{amended}件，截至年底现行有效{in_force}件。",
    "对规范性文件开展清理，废止{repealed}件，继续有效{in_force}件。",
    "作出行政许可决定{licensing}件，行政处罚决定{penalties}件，行政强制{compulsion}件。",
    "本年度行政许可处理决定{licensing}件，行政处罚处理决定数量{penalties}件。",
    "主动公开行政许可{posted_licensing}件、行政处罚{posted_penalties}件。",
    "公示行政处罚决定{posted_penalties}件。",
    "无行政许可、行政处罚。<licensing><penalties>",
    "全年行政许可{licensing}件，行政强制0件。<compulsion>",
    "全年行政事业性收费{fees}万元。",
    "收取行政事业性收费{fees}万元，减免{spared}万元。",
    "无行政事业性收费。<fees>",
    "制发公文{papers}件，其中不予公开12件。制发行政规范性文件{issued}件。",
    "全年办理行政许可{licensing}件，并在网站公示。",
]
SENTENCES: Final = (DISCLOSED, RECEIVED, OUTCOMES, CASES)
"""Groups of sentences, of which each report has one each."""

DECOYS: Final = [
    "通过门户网站发布信息{posts_}条，政务新媒体发布信息420条。",
    "办理人大代表建议8件、政协委员提案15件，均已办结并公开答复。",
    "12345热线受理群众诉求{posts_}件，办结率98%。",
    "2023年收到建议较多，2024年持续改进公开方式。",
    "全年组织政务公开培训3次，参训160人次。",
    "县长信箱收到来信{last_}件，全部回复。",
    "受理不动产登记申请{posts_}件。",
    "全年制发公文{papers_}件，主动公开60件、依申请公开12件、不予公开9件。",
    "公开行政许可事项清单85项。",
    "解读政策文件12篇，规范性文件解读率100%。",
    "落实减税降费政策，减免行政事业性收费{spared_}万元。",
    "依申请公开办理流程进一步规范，答复文书质量不断提高。",
    "召开新闻发布会4次，回应公众关切热点12个。",
    "按照《中华人民共和国政府信息公开条例》要求，应当公开的及时公开。",
    "其中，重点领域信息{posts_}条。",
    "开展公开属性动态调整，依申请公开转主动公开6件。",
    "完善信息发布审核机制，落实三审三校制度。",
    "受理信访事项{last_}件，全部按期办结。",
    "下一步，计划制定规范性文件5件。",
    "抽查依申请公开案卷10件，发现问题2个。",
]
