# Lets the Tab key complete verbs, options and values of winsvc behind java -jar.
# Printed by --winsvc.completion; --winsvc.help=completion tells how to use it.
Register-ArgumentCompleter -Native -CommandName java -ScriptBlock {
    param($word, $command, $position)
    $line = @($command.CommandElements | ForEach-Object { $_.Extent.Text })
    if ($line -notcontains '-jar' -or $word -notlike '--*') { return }
    $rows = @'
word|verbs|values|help
@rows
'@ | ConvertFrom-Csv -Delimiter '|'
    $verbs = @($rows | Where-Object { -not $_.verbs } | ForEach-Object { $_.word.TrimEnd('=') })
    $verb = $line | Where-Object { $_ -ne $word -and $_ -like '--winsvc.*' } |
        ForEach-Object { ($_ -split '=')[0].Substring('--winsvc.'.Length) } |
        Where-Object { $verbs -contains $_ } | Select-Object -First 1
    foreach ($row in $rows) {
        if ($verb -and ($row.verbs -split ' ') -notcontains $verb) { continue }
        $texts = @('--winsvc.' + $row.word)
        if ($row.values -and $word.Contains('=')) {
            $name = ($texts[0] -split '=')[0]
            $texts = @($row.values -split ' ' | ForEach-Object { $name + '=' + $_ })
        }
        $texts | Where-Object { $_.StartsWith($word, [StringComparison]::OrdinalIgnoreCase) } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $row.help)
        }
    }
}
