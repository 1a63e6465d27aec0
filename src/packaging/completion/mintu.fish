# Completion of mintu for fish. What may stand where is asked of the program that is typed, so it agrees with that program.
function __mintu_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (command $words[1] --complete $words[2..-1] 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path (commandline -ct)
            case ':folders'
                __fish_complete_directories (commandline -ct) ''
            case '*'
                echo $line
        end
    end
end
complete -c mintu -f -a '(__mintu_complete)'
