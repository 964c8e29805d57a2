### 命令行里的话。

## 结果

built = 已建成 { $pages } 页（{ $records } 条记录，{ $errors } 个错误，{ $warnings } 条提醒），用时 { $seconds } 秒：{ $place }
built-unchanged = 没有变化，站点未动（{ $pages } 页，{ $records } 条记录，{ $errors } 个错误，{ $warnings } 条提醒），用时 { $seconds } 秒：{ $place }
build-stopped = 有 { $errors } 个错误，没有建站；已经发布的站点原样未动。
build-stopped-by-warnings = 有 { $warnings } 条提醒，按 --deny-warnings 没有建站；已经发布的站点原样未动。
checked = 检查了 { $records } 条记录：{ $errors } 个错误，{ $warnings } 条提醒，{ $notes } 条说明，用时 { $seconds } 秒
checked-clean = 检查了 { $records } 条记录，没有发现问题，用时 { $seconds } 秒
more-findings = 还有 { $count } 条没有列出；先改好上面的，再检查一次。
explain-offer = 想了解某一条怎么改，请运行：tongbao explain { $code }
waiting-for-build = 另一个程序正在建这个站点，等它结束……
explain-unknown = 没有叫“{ $code }”的代号。
    .hint = 代号在方括号里，例如“错误[unknown-reference]”中的 unknown-reference；运行 tongbao explain 可列出全部代号。
explain-list = 全部代号：
init-done = 已在 { $place } 新建站点。
init-next = 接下来运行：tongbao build { $place }
init-not-empty = 文件夹 { $place } 里已经有文件，没有改动任何东西。
    .hint = 换一个空文件夹。
new-done = 已新建{ $type }：{ $place }
new-exists = 文件 { $place } 已经存在，没有改动。
    .hint = 换一个编号，或者直接修改这个文件。
new-unknown-type = 没有叫“{ $type }”的记录类型。
    .hint = 可以新建{ $types }；议定事项写在会议里。
new-theme-name = 还要写上主题的名字。
    .hint = 例如：tongbao new theme city
new-theme-bad-name = “{ $name }”不能作主题的名字。
    .hint = 只用小写字母、数字、- 和 _，以字母或数字开头，例如 city。
new-theme-built-in = “{ $name }”是自带主题的名字。
    .hint = 换一个名字，再在它的 theme.yaml 里写 extends: { $name }。
new-theme-exists = 已经有主题文件夹 { $place }，没有改动。
    .hint = 换一个名字，或者直接修改里面的文件。
new-theme-done = 已新建主题 { $name }：{ $place }
new-theme-next = 看看样子：tongbao build --theme { $name }{ $site }；满意以后在 content/site.yaml 里写 theme: { $name }
usage-help = 运行 tongbao --help 可看全部用法。
usage-unknown = 这里不认识“{ $word }”。
    .hint = 想写的是{ $meant }吗？
usage-missing = 还要写上{ $missing }。
usage-no-value = { $option } 后面要有值。
usage-bad-value = “{ $value }”不能作 { $option } 的值。
    .hint = 可以写{ $choices }。
usage-bad-port = “{ $value }”不是端口号。
    .hint = --port 写 1 到 65535 的数，例如 8000；不写就从 8000 起用第一个空闲的。
usage-conflict = { $option } 和 { $other } 不能一起用。
usage-bad-date = “{ $value }”不是日期；日期写成 2026-03-11 的样子。
usage-unknown-audience = site.yaml 里没有叫“{ $audience }”的读者范围。
usage-unknown-theme = 没有叫“{ $theme }”的主题。
    .hint = 现有：{ $themes }
usage-no-site = { $place } 里没有 content 文件夹，不是一个站点。
    .hint = 在站点的文件夹里运行，或者用 tongbao init 新建一个。

## 系统不让做的事

refused-read = 读不了 { $path }：{ $cause }
refused-list = 列不出文件夹 { $path } 的内容：{ $cause }
refused-write = 写不了 { $path }：{ $cause }
refused-create = 建不了 { $path }：{ $cause }
refused-remove = 删不掉 { $path }：{ $cause }
refused-rename = 改不了 { $path } 的名字：{ $cause }
refused-link = 给 { $path } 建不了硬链接：{ $cause }
refused-lock = 锁不住 { $path }：{ $cause }
refused-exchange = 换不上新的站点 { $path }：{ $cause }
refused-copy = 复制不了 { $path }：{ $cause }
refused-follow-link = { $path } 是一个指向站点以外的链接，不能从那里读取
refused-read-target = 读不了要发布到的文件夹 { $path }：{ $cause }
refused-read-list = 读不了站点的文件清单 { $path }：{ $cause }
refused-write-list = 写不了站点的文件清单 { $path }：{ $cause }
refused-retire = 移不开旧的站点 { $path }：{ $cause }
refused-recover = 上次中断的发布没有收尾，也恢复不了 { $path }：{ $cause }
refused-carry = 搬不过来原来就在那里的文件 { $path }：{ $cause }
refused-replace-foreign = { $path } 不是本程序写的，没有覆盖它；请把它移走或改名
refused-other = 不能处理 { $path }：{ $cause }

## 不能发布到的地方

refused-file-system-root = 不能把站点建在整个磁盘的根上：{ $path }
refused-home = 不能把站点建在个人主文件夹上：{ $path }
refused-site-folder = 不能把站点建在写内容的文件夹上：{ $path }
refused-source-folder = 不能把站点建在 content 或 themes 里面：{ $path }
refused-not-a-folder = { $path } 不是文件夹
refused-broken-link = { $path } 是一个失效的链接
refused-mount-point = { $path } 是一个挂载点，不能整个替换；请在它下面另取一个文件夹
refused-inside-site = { $path } 在另一个已发布的站点里面
refused-not-ours = { $path } 里有别的文件，不是本程序发布的站点；为免误删，没有动它
refused-other-audience = { $path } 里是给另一个读者范围的站点；请换一个文件夹
refused-unknown-list = { $path } 里的文件清单是别的版本写的，这个版本读不懂
refused-unreachable = 到不了 { $path }：{ $cause }

## 系统给的原因

io-not-found = 没有这个文件或文件夹
io-permission-denied = 没有权限
io-already-exists = 已经存在
io-not-a-directory = 不是文件夹
io-is-a-directory = 是文件夹
io-directory-not-empty = 文件夹里还有东西
io-read-only = 所在的磁盘只能读
io-storage-full = 磁盘满了
io-quota = 超出了磁盘配额
io-file-too-large = 文件太大
io-busy = 正被别的程序使用
io-name-too-long = 名称太长
io-crosses-devices = 跨了两个磁盘
io-interrupted = 被中断
io-timed-out = 等得太久
io-invalid-text = 不是可以读的文字
io-other = { $detail }

## 命令与选项的说明

help-about = 把 YAML 任务记录和 Markdown 笔记建成一个进展通报网站
help-build = 建站
help-check = 只检查，不建站
help-serve = 边写边看：文件一改，页面跟着变
help-open = 在浏览器里打开预览
help-port = 预览的端口（默认：8000 起第一个空闲的）
help-host = 监听的地址（默认：127.0.0.1，只有本机能打开）
help-facts = 以 JSON 输出算出的各项数字
help-changes = 列出两个日期之间的变化
help-since = 箭头和“变化”页与哪一天比，默认是主系列最近发布的一期
help-from = 较早的日期，如 2026-02-28
help-to = 较晚的日期（默认：截至日期）
help-format = 变化的输出格式：text、markdown 或 json（默认：text）
help-explain = 说明某个代号的意思和改法
help-init = 新建一个站点
help-new = 新建一条记录，或者一个主题
help-confirm = 在任务里写明：它落实的是现在这样的议定事项
help-task = 任务的编号
help-decision = 议定事项的编号；默认取任务落实的唯一一项
help-by = 谁确认的：人员或单位的编号，或者名称
help-on = 确认的日期，如 2026-03-31；默认取数据截至日
help-completions = 输出命令行补全脚本
help-help = 显示用法
help-version = 显示版本
help-site = 站点的文件夹，默认是当前文件夹
help-out = 建到哪个文件夹，默认是 public
help-as-of = 截止日期，如 2026-03-31；默认取 site.yaml 的 as_of，没有就是今天
help-audience = 给谁看：site.yaml 的 audiences 里的一个名字
help-theme = 用哪个主题，代替 site.yaml 里的
help-deny-warnings = 有提醒也算失败
help-message-format = 发现的问题怎么输出：human（给人看）、json（每行一条）、github（GitHub 注解）
help-lang = 用哪种语言说话：zh-CN 或 en；默认随系统
help-threads = 用几个线程，默认与处理器核数相同
help-quiet = 只输出问题，不输出其他
help-verbose = 多说一些
help-code = 代号，如 unknown-reference
help-folder = 新站点的文件夹
help-type = 记录的类型，如 task、meeting；或者 theme
help-id = 新记录的编号
help-shell = 用哪种 shell：bash、zsh、fish、powershell、elvish

help-title = 新记录的标题
help-usage = 用法：
help-commands = 命令：
help-arguments = 参数：
help-options = 选项：

value-options = 选项
value-command = 命令
value-site = 站点文件夹
value-folder = 文件夹
value-date = 日期
value-name = 名称
value-format = 格式
value-language = 语言
value-number = 个数
value-port = 端口
value-address = 地址
value-code = 代号
value-type = 类型
value-title = 标题
value-id = 编号
value-shell = SHELL
value-task = 任务
value-decision = 议定事项
value-by = 确认人

## 各道工序，`-v` 时显示

pass-read = 读取文件
pass-link = 解析并关联记录
pass-findings = 定位问题
pass-derive = 推算指标
pass-render = 编排、生成并写出页面
pass-publish = 替换站点

## 新建记录

new-title = 新的{ $type } { $id }
new-id-taken = 编号“{ $id }”已经用了，没有新建。
    .hint = 换一个编号；不写 --id，程序会取下一个没有用过的。
new-bad-id = “{ $id }”不能作编号。
    .hint = 编号只用字母、汉字、数字和“-”“_”“.”，不用空格，也不以“.”开头。

## 变化

since-not-before = --since { $since } 不早于截至日期 { $as_of }。
    .hint = --since 写截至日期以前的一天。
changes-backwards = --to { $to } 早于 --from { $from }。
    .hint = 较早的日期写在 --from，较晚的日期写在 --to。

## 确认

confirm-done = 任务 { $task } 已确认落实议定事项 { $decision }（以 { $date } 的内容为准）。
confirm-already = 任务 { $task } 已于 { $date } 确认落实议定事项 { $decision }，议定事项此后没有变化；没有写入任何内容。
confirm-stopped = 没有写入任何内容：请先改正错误。
confirm-no-task = 没有编号为“{ $task }”的任务。
confirm-no-such-task = 没有编号为“{ $task }”的任务。
    .hint = 是不是 { $meant }？
confirm-nothing = 在 { $date }，任务 { $task } 没有要落实的议定事项。
    .hint = 任务落实的是 origin 里写的议定事项，以及在 tasks 里写了它的议定事项。
confirm-which = 任务 { $task } 落实多项议定事项：{ $decisions }。
    .hint = 请在任务编号后面写明确认哪一项。
confirm-not-carried-out = 任务 { $task } 落实的不是 { $decision }，而是 { $decisions }。
confirm-in-brackets = { $path } 里，任务 { $task } 或者它的确认记录写在括号里；没有写入任何内容。
    .hint = 请改成逐行写，再确认一次；也可以手工加上：
        { $entry }
confirm-not-a-list = { $path } 里，任务 { $task } 的 confirmed 不是列表；没有写入任何内容。
    .hint = 请在它前面加短横，改成列表，再加上：
        { $entry }
confirm-would-change = 把任务 { $task } 的确认记录写进 { $path }，会使别的内容读出来不一样；没有写入任何内容。
    .hint = 请手工加上：
        { $entry }
