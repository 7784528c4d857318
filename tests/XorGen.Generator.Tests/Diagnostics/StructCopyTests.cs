namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0030: what changes a copy of a struct network, and what does not.</summary>
public sealed class StructCopyTests
{
    private const string Declarations =
        """
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        [Network(Inputs = 2, Hidden = 2, Outputs = 1)]
        public partial struct Mind;

        [Network(Inputs = 2, Hidden = 2, Outputs = 1)]
        public partial class Brain;

        public struct Creature { public Mind Mind; public readonly Mind Fixed; public Mind Property { get; set; } public int Age; }

        public static class Data { public static readonly float[] X = [0, 0, 0, 1, 1, 0, 1, 1]; public static readonly float[] Y = [0, 1, 1, 0]; }

        """;

    [Theory]
    [InlineData("private readonly Mind _mind = new(); void M() => [|_mind.Fit(Data.X, Data.Y)|];", "'Fit' changes a copy of the struct network 'Mind', and what it changes is lost: the field '_mind' is readonly: leave 'readonly' out")]
    [InlineData("private readonly Mind _mind = new(); void M() => [|this._mind.Train(Data.X, Data.Y, 0.1f)|];", "the field '_mind' is readonly")]
    [InlineData("private static readonly Mind s_mind = new(); void M() => [|s_mind.Initialize(3)|];", "the field 's_mind' is readonly")]
    [InlineData("private readonly Mind _mind; C() { _mind = new(); Action train = () => [|_mind.Update(0.1f)|]; }", "the field '_mind' is readonly")]
    [InlineData("private readonly Mind _mind; C(C other) => [|other._mind.SetParameters(new float[9])|];", "the field '_mind' is readonly")]
    [InlineData("private readonly Creature _creature; void M() => [|_creature.Mind.Backward(Data.X, Data.Y)|];", "the field '_creature' is readonly")]
    [InlineData("private Creature _creature; void M() => [|_creature.Fixed.Backward(Data.X, Data.Y)|];", "the field 'Fixed' is readonly")]
    [InlineData("Mind Mind { get; set; } void M() => [|Mind.Fit(Data.X, Data.Y)|];", "the property 'Mind' gives a copy")]
    [InlineData("void M(Creature c) => [|c.Property.Fit(Data.X, Data.Y)|];", "the property 'Property' gives a copy")]
    [InlineData("Creature Creature { get; } void M() => [|Creature.Mind.Fit(Data.X, Data.Y)|];", "the property 'Creature' gives a copy")]
    [InlineData("void M(List<Mind> minds) => [|minds[0].Fit(Data.X, Data.Y)|];", "CollectionsMarshal.AsSpan(list)[i]")]
    [InlineData("void M(Dictionary<string, Mind> minds) => [|minds[\"a\"].Fit(Data.X, Data.Y)|];", "an indexer gives a copy")]
    [InlineData("void M(ReadOnlySpan<Mind> minds) => [|minds[0].Fit(Data.X, Data.Y)|];", "the indexer' gives a read-only reference")]
    [InlineData("void M(List<Creature> creatures) => [|creatures[0].Mind.Fit(Data.X, Data.Y)|];", "an indexer gives a copy")]
    [InlineData("void M(List<Mind> minds) { foreach (Mind mind in minds) { [|mind.Fit(Data.X, Data.Y)|]; } }", "write 'foreach (ref Mind mind in span)'")]
    [InlineData("void M(Mind[] minds) { foreach (var mind in minds) { [|mind.Fit(Data.X, Data.Y)|]; Use(mind); } } void Use(Mind mind) { }", "the foreach variable 'mind' is a copy of the element")]
    [InlineData("void M(Creature[] creatures) { foreach (var creature in creatures) { [|creature.Mind.Fit(Data.X, Data.Y)|]; } }", "the foreach variable 'creature' is a copy")]
    [InlineData("void M(Mind[] minds) { foreach (ref readonly Mind mind in minds.AsSpan()) { [|mind.Fit(Data.X, Data.Y)|]; } }", "'mind' is a ref readonly variable")]
    [InlineData("void M(in Mind mind) => [|mind.Fit(Data.X, Data.Y)|];", "the parameter 'mind' is read-only: pass it by ref")]
    [InlineData("void M(ref readonly Mind mind) => [|mind.Fit(Data.X, Data.Y)|];", "the parameter 'mind' is read-only")]
    [InlineData("void M(in Creature creature) => [|creature.Mind.Fit(Data.X, Data.Y)|];", "the parameter 'creature' is read-only")]
    [InlineData("private Mind _mind; void M() { ref readonly Mind mind = ref _mind; [|mind.Fit(Data.X, Data.Y)|]; }", "'mind' is a ref readonly variable")]
    [InlineData("private Mind _mind; ref readonly Mind Get() => ref _mind; void M() => [|Get().Fit(Data.X, Data.Y)|];", "'Get' returns a read-only reference")]
    [InlineData("private Mind _mind; ref readonly Mind Mind => ref _mind; void M() => [|Mind.Fit(Data.X, Data.Y)|];", "'Mind' gives a read-only reference")]
    [InlineData("private Mind _mind; Mind Get() => _mind; void M() => [|Get().Fit(Data.X, Data.Y)|];", "'Get' returns a copy")]
    [InlineData("private Mind? _mind; void M() => [|_mind!.Value.Fit(Data.X, Data.Y)|];", "the property 'Value' gives a copy")]
    [InlineData("private Mind? _mind; void M() => _mind?[|.Fit(Data.X, Data.Y)|];", "a nullable value gives a copy")]
    [InlineData("private object _mind = new Mind(); void M() => [|((Mind)_mind).Fit(Data.X, Data.Y)|];", "a cast gives a copy")]
    [InlineData("private Mind _a, _b; void M(bool first) => [|(first ? _a : _b).Fit(Data.X, Data.Y)|];", "the expression gives a copy")]
    [InlineData("private Mind _a, _b; void M() => [|(_a = _b).Fit(Data.X, Data.Y)|];", "an assignment gives a copy")]
    [InlineData("private System.Threading.Tasks.Task<Mind> _task = null!; async System.Threading.Tasks.Task M() { [|(await _task).Fit(Data.X, Data.Y)|]; await _task; }", "the task gives a copy")]
    [InlineData("private Mind _mind; void M() => [|((INetwork<float>)_mind).Fit(Data.X, Data.Y)|];", "'Fit' changes a copy of the struct network 'Mind', and what it changes is lost: as an interface it is a copy")]
    [InlineData("private Mind _mind; void M() { INetwork<float> network = [|_mind|]; network.Fit(Data.X, Data.Y); }", "What has it as 'INetwork' changes a copy")]
    [InlineData("private Mind _mind; void Train(INetwork<float> network) { } void M() => Train([|_mind|]);", "as an interface it is a copy")]
    [InlineData("private Mind _mind; void M() { Action<float> update = [|_mind.Update|]; update(0.1f); }", "a delegate has a copy of its own")]
    [InlineData("void M(Mind mind) { [|mind.Fit(Data.X, Data.Y)|]; }", "'mind' is a copy that nothing reads: pass the network by ref, or return it")]
    [InlineData("static void Learn(Mind mind) { for (int i = 0; i < 3; i++) { [|mind.Train(Data.X, Data.Y, 0.1f)|]; } }", "'mind' is a copy that nothing reads")]
    [InlineData("private Mind _mind; void M() { Mind mind = _mind; [|mind.Fit(Data.X, Data.Y)|]; }", "'mind' is a copy that nothing reads")]
    public void What_changes_a_copy_is_reported(string members, string advice) =>
        DiagnosticVerifier.VerifyAnalyzer("XG0030", $"{Declarations} class C {{ {members} C() {{ }} }}".Replace(members.Contains("C()", StringComparison.Ordinal) ? " C() { } }" : "\0", " }", StringComparison.Ordinal), advice);

    [Theory]
    [InlineData("private Mind _mind = new(); void M() => _mind.Fit(Data.X, Data.Y);")]
    [InlineData("private static Mind s_mind = new(); static void M() => s_mind.Fit(Data.X, Data.Y);")]
    [InlineData("private readonly Mind _mind; private C(int seed) { _mind = new(seed); _mind.Fit(Data.X, Data.Y); }")]
    [InlineData("private static readonly Mind s_mind; static C() { s_mind = new(3); s_mind.Fit(Data.X, Data.Y); }")]
    [InlineData("private readonly Mind _mind = new(); float M() => _mind.Forward(0, 1) + _mind.Evaluate(Data.X, Data.Y);")]
    [InlineData("private readonly Mind[] _minds = new Mind[3]; void M() => _minds[0].Fit(Data.X, Data.Y);")]
    [InlineData("private Creature _creature; void M() => _creature.Mind.Fit(Data.X, Data.Y);")]
    [InlineData("private readonly Brain _brain = new(); Brain Brain => _brain; void M(in Brain brain) { _brain.Fit(Data.X, Data.Y); Brain.Fit(Data.X, Data.Y); brain.Fit(Data.X, Data.Y); INetwork<float> network = _brain; }")]
    [InlineData("void M(Mind[] minds) { for (int i = 0; i < 3; i++) { minds[i].Fit(Data.X, Data.Y); } foreach (ref Mind mind in minds.AsSpan()) { mind.Fit(Data.X, Data.Y); } }")]
    [InlineData("void M(List<Mind> minds) { foreach (Mind mind in minds) { mind.Forward(0, 1); } ref Mind first = ref CollectionsMarshal.AsSpan(minds)[0]; first.Fit(Data.X, Data.Y); CollectionsMarshal.AsSpan(minds)[1].Fit(Data.X, Data.Y); }")]
    [InlineData("void M(ref Mind mind) => mind.Fit(Data.X, Data.Y);")]
    [InlineData("void M(out Mind mind) { mind = new(); mind.Fit(Data.X, Data.Y); }")]
    [InlineData("Mind M(Mind mind) { mind.Fit(Data.X, Data.Y); return mind; }")]
    [InlineData("float M(Mind mind) => mind.Train(Data.X, Data.Y, 0.1f);")]
    [InlineData("private Mind _mind; float M() { Mind trial = _mind; trial.Fit(Data.X, Data.Y); return trial.Forward(0, 1); }")]
    [InlineData("private Mind _mind; ref Mind Mind => ref _mind; ref Mind Get() => ref _mind; void M(bool a) { Mind.Fit(Data.X, Data.Y); Get().Fit(Data.X, Data.Y); (a ? ref Mind : ref Get()).Fit(Data.X, Data.Y); }")]
    [InlineData("void M() { var mind = new Mind(); Action train = () => mind.Fit(Data.X, Data.Y); train(); mind.Fit(Data.X, Data.Y); new Mind().Fit(Data.X, Data.Y); }")]
    [InlineData("void M(INetwork<float> network) => network.Fit(Data.X, Data.Y); void N() { INetwork<float> boxed = new Mind(); M(boxed); M(new Mind(3)); }")]
    [InlineData("private Mind _mind; void M() { RegressionReport.Of<float>(_mind, Data.X, Data.Y); float loss = ((INetwork<float>)_mind).Evaluate(Data.X, Data.Y); Console.WriteLine(_mind); }")]
    [InlineData("private Mind _mind; void M(string path) { TrainingCheckpoint.Save(_mind, path); TrainingCheckpoint.Load<Mind, float>(ref _mind, path); }")]
    [InlineData("private readonly Creature _creature; int M() => _creature.Age + _creature.Property.GetHashCode();")]
    public void What_changes_no_copy_is_not(string members) =>
        DiagnosticVerifier.VerifyAnalyzer("XG0030", $"{Declarations} class C {{ {members} }}", string.Empty);

    [Fact]
    public void Its_own_methods_may_change_a_network() =>
        DiagnosticVerifier.VerifyAnalyzer(
            "XG0030",
            Declarations.Replace("public partial struct Mind;", "public partial struct Mind { public void Learn() { Fit(Data.X, Data.Y); this.Update(0.1f); } }", StringComparison.Ordinal),
            string.Empty);
}
