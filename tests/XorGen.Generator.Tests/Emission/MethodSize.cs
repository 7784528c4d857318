using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace XorGen.Generator.Tests.Emission;

/// <summary>How large a compiled method is, in what the just-in-time compiler counts.</summary>
/// <param name="Name">The method.</param>
/// <param name="Bytes">The bytes of its code.</param>
/// <param name="Instructions">The instructions.</param>
/// <param name="Branches">The instructions that may go elsewhere: not fewer than half of the basic blocks.</param>
/// <param name="Locals">The local variables.</param>
/// <param name="References">The instructions that load or store a local variable or an argument, or take its address.</param>
internal sealed record MethodSize(string Name, int Bytes, int Instructions, int Branches, int Locals, int References)
{
    private const int Prefix = 0xFE;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>Measures all methods of an assembly.</summary>
    public static IReadOnlyList<MethodSize> OfAll(byte[] image)
    {
        using var file = new PEReader(ImmutableArray.Create(image));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.MethodDefinitions
                .Select(metadata.GetMethodDefinition)
                .Where(method => method.RelativeVirtualAddress != 0)
                .Select(method => Measure(metadata, metadata.GetString(method.Name), file.GetMethodBody(method.RelativeVirtualAddress))),
        ];
    }

    private static MethodSize Measure(MetadataReader metadata, string name, MethodBodyBlock body)
    {
        BlobReader code = body.GetILReader();
        int instructions = 0;
        int branches = 0;
        int references = 0;
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            OpCode instruction = OpCodesByValue[value == Prefix ? (Prefix << 8) | code.ReadByte() : value];
            instructions++;
            branches += instruction.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return ? 1 : 0;
            references += IsReference(instruction) ? 1 : 0;
            Skip(ref code, instruction.OperandType);
        }

        int locals = body.LocalSignature.IsNil ? 0 : CountLocals(metadata, body.LocalSignature);
        return new MethodSize(name, body.GetILBytes()!.Length, instructions, branches, locals, references);
    }

    private static int CountLocals(MetadataReader metadata, StandaloneSignatureHandle signature)
    {
        BlobReader blob = metadata.GetBlobReader(metadata.GetStandaloneSignature(signature).Signature);
        blob.ReadSignatureHeader();
        return blob.ReadCompressedInteger();
    }

    private static bool IsReference(OpCode instruction) =>
        instruction.Name!.StartsWith("ldloc", StringComparison.Ordinal)
        || instruction.Name.StartsWith("stloc", StringComparison.Ordinal)
        || instruction.Name.StartsWith("ldarg", StringComparison.Ordinal)
        || instruction.Name.StartsWith("starg", StringComparison.Ordinal);

    private static void Skip(ref BlobReader code, OperandType operand) =>
        code.Offset += operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 * code.ReadInt32(),
            _ => 4,
        };
}
