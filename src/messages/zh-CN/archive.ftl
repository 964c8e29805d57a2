### 归档包及其检测。

## 做成与否

archived = 已在 { $place } 生成 { $count } 个归档包
archive-stopped = 有错误，没有生成归档包。
archive-without-records = 源文件不放入归档包：其中的注释和编号不在这类读者能看到的页面上。
archive-unknown = 截至日之前开过的会议、发布的通报中，没有编号为“{ $id }”的。
    .hint = 请写这样的编号，或 meeting:编号、bulletin:编号、all。
archive-unknown-near = 截至日之前开过的会议、发布的通报中，没有编号为“{ $id }”的。
    .hint = 是不是{ $near }？
archive-draft = “{ $id }”还没有发布，草稿不归档。
    .hint = 先发布：tongbao release { $id }
archive-later = “{ $id }”的成文日期 { $dated }在网站的截止日 { $as_of }之后。
    .hint = 归档时写 --as-of { $dated } 或更晚的日期，或者改 site.yaml 的 as_of。
archive-type = “{ $id }”这类记录不单独归档。
    .hint = 请写会议或已发布通报的编号，或 all；它所涉及的内容会一并归入。
archive-several = 有几条记录的编号都是“{ $id }”。
    .hint = 请写明是哪一条：{ $all }
archive-nothing = 截至日之前没有会议有纪要，也没有发布通报，无可归档。
archive-no-page = “{ $id }”还没有页面；没有生成归档包。
archive-hidden = { $path } 含有或提到“{ $id }”，这类读者不能看到其全部内容；没有生成归档包。
    .hint = 请改为能看到它的读者归档（--audience），或不放入源文件（--without-records）。
refused-archive-source-folder = 不能把归档包放进写记录的 content 或 themes 里面：{ $path }
refused-archive-inside-site = { $path } 在已发布的站点里面：下次建站会被清掉，读者也会拿到它
refused-archive-there = { $path } 已存在，且不是空文件夹；什么也没有写。
    .hint = 请指定一个还不存在的文件夹。
key-not-a-key = { $path } 不是 OpenSSH 格式的私钥；没有生成归档包。
key-encrypted = 私钥 { $path } 有口令保护；没有生成归档包。
    .hint = 请用没有口令、只有本单位能读的私钥，或事后签名：ssh-keygen -Y sign -n tongbao-archive -f 私钥 tagmanifest-sha256.txt
key-kind = 私钥 { $path } 不是 Ed25519 私钥；没有生成归档包。
    .hint = 可这样生成：ssh-keygen -t ed25519 -f 私钥

## 元数据项

archive-item = 件
archive-minutes = 纪要
archive-bulletin = 通报
archive-element-copy-number = 份号
archive-element-classification = 密级和保密期限
archive-element-issuer-mark = 发文机关标志
archive-element-note = 附注
archive-element-printed-by = 印发机关
archive-element-printed-on = 印发日期
archive-element-disclosure = 发布层次
archive-element-fonds = 全宗名称
archive-element-retention = 保管期限
archive-element-item-no = 件号
archive-element-keywords = 主题词
archive-element-identifier = 公文标识
archive-element-genre = 文种
archive-element-urgency = 紧急程度
archive-element-addressees = 主送机关
archive-element-copy-to = 抄送机关
archive-element-document-number = 发文字号
archive-element-signatory = 签发人
archive-element-title = 标题
archive-element-attachments = 附件说明
archive-element-issuer = 发文机关
archive-element-dated = 成文日期
archive-element-aggregation = 聚合层次
archive-element-creator = 立档单位名称
archive-element-electronic-number = 电子文件号
archive-element-archival-code = 档号
archive-element-year = 年度
archive-element-class = 机构或问题
archive-element-item-title = 题名
archive-element-responsible = 责任者
archive-element-date = 日期
archive-element-place = 地点

## 检测

verify-authenticity = 真实性
verify-integrity = 完整性
verify-usability = 可用性
verify-safety = 安全性
verify-holds = { $section }：通过
verify-fails = { $section }：不通过
verify-changed = { $path } 已被改动：摘要不符
verify-missing = 缺少 { $path }
verify-unlisted = { $path } 是多出来的：{ $detail } 没有列它
verify-listed-twice = { $path } 在 { $detail } 中列了两次
verify-bad-line = { $path } 第 { $detail } 行：不是摘要和所管文件的路径
verify-unsafe-path = { $path } 所列路径越出归档包：{ $detail }
verify-sum = { $path } 所写的 Payload-Oxum 与实际不符，实际为 { $detail }
verify-declaration = { $path } 没有声明这是 1.0 版、UTF-8 编码的 BagIt 包
verify-bom = { $path } 以字节顺序标记开头
verify-not-utf8 = { $path } 不是 UTF-8 文本
verify-metadata-unreadable = { $path } 不能作为归档包的元数据读取
verify-element-missing = { $path } 缺少元数据项 { $detail }
verify-element-twice = { $path } 中元数据项 { $detail } 出现两次
verify-number = { $path } 的件号应为 { $detail }
verify-info-differs = { $path } 中的 { $detail } 与元数据不一致
verify-page-differs = { $path } 显示的内容与元数据项 { $detail } 不一致
verify-broken-link = { $path } 中的链接没有对应文件：{ $detail }
verify-format = { $path } 的格式不在归档格式之列
verify-not-what-it-says = { $path } 的开头不是该格式应有的内容
verify-empty = { $path } 是空文件
verify-not-a-page = { $path } 不能作为 HTML 页面读取
verify-remote = { $path } 要从外部读取内容：{ $detail }
verify-script = { $path } 含有脚本：{ $detail }
verify-embedded = { $path } 嵌入了外来内容：{ $detail }
verify-program = { $path } 是程序，或标成了可执行
verify-link = { $path } 是符号链接
verify-special = { $path } 不是普通文件，或文件名不是 UTF-8
verify-stray = { $path } 不属于归档包
verify-fetch = { $path } 列出了要另行下载的文件；归档包必须自身完整
verify-unsigned = 没有签名：摘要相符，但不能证明是谁做的包
verify-package = { $path }：
verify-all = 共检查 { $count } 个归档包：{ $hold } 个通过，{ $fail } 个未通过。
verify-no-package = { $path } 不是归档包：里面没有 bagit.txt
verify-empty-folder = { $path } 是空文件夹，不属于归档包
verify-digests = { $section }：摘要相符
verify-signed = 签名者：{ $detail }
verify-signed-by-key = 已用密钥 { $detail } 签名；没有核对是谁的密钥（--allowed-signers、--identity）
verify-signature-missing = 缺少 { $path }：归档包没有签名
verify-signature-of-another = { $path } 与内容相符，但密钥不是这位签名者的：{ $detail }
verify-signature-unreadable = { $path } 不能作为 Ed25519 密钥的签名读取
verify-signature-namespace = { $path } 是为其他用途签的：{ $detail }
verify-signature-wrong = { $path } 与所签内容不符，或是不能检测的签名

## 帮助

help-archive = 生成供档案部门接收的归档包
help-verify = 检测归档包：真实性、完整性、可用性、安全性
help-what = 会议或通报的编号、meeting:编号、bulletin:编号，或 all
help-package = 归档包的文件夹；新生成的必须还不存在，或是空的
help-sign = 用这个 SSH 私钥签名（Ed25519）
help-source-id = 源文件的提交号，写入元数据
help-without-records = 不放入源文件
help-allowed-signers = 可以签名的人，格式同 ssh-keygen -Y verify
help-identity = 应由谁签名
value-what = 记录
value-key = 私钥
value-commit = 提交号
value-file = 文件
value-who = 签名者
